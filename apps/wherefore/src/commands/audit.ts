import { ClickHouseConfig, loadConfig } from '#libs/platform';
import {
  type AuditedPartition,
  compareWithBrokers,
  createStore,
  LogAudit,
  repairOf,
  topicLife,
} from '#libs/store';
import { knownTopicEnds, type PartitionRange } from '#libs/stream';
import { Command } from 'commander';
import { isSound, renderAudit } from '../audit/render-audit.js';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { kafkaOf } from '../parts/kafka.js';

interface Options {
  json?: true;
}

const EXAMPLES = `
The database comes from CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE. With KAFKA_BROKERS the
stored log is held against the brokers' end offsets, too. The exit code is 1 when rows are doubled or missing, or the stored
log ends beyond its topic.

Examples:
  wherefore audit
  KAFKA_BROKERS=kafka:9092 wherefore audit --json`;

export function auditCommand(context: CliContext): Command {
  return new Command('audit')
    .summary('check that every log line is stored exactly once')
    .description(
      'Checks the stored log of each Kafka partition: no row twice, no offset left out, how far behind the brokers.',
    )
    .option('--json', 'print one object a partition as JSON lines')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => audit(context, options));
}

async function audit(context: CliContext, options: Options): Promise<void> {
  const partitions = await auditedPartitions(context);
  const { terminal } = context;
  if (options.json === true) {
    for (const one of partitions)
      terminal.result(JSON.stringify({ ...one, repair: repairOf(one) }));
  } else {
    terminal.result(renderAudit(partitions));
  }
  const broken = partitions.filter((one) => !isSound(one)).length;
  if (broken > 0)
    throw new CliError('LOG_NOT_WHOLE', `The stored log of ${broken} partition(s) is not whole.`);
}

async function auditedPartitions(context: CliContext): Promise<AuditedPartition[]> {
  const config = loadConfig(ClickHouseConfig, context.env);
  const store = createStore({
    url: config.CLICKHOUSE_URL,
    user: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database: config.CLICKHOUSE_DATABASE,
  });
  try {
    const audits = await new LogAudit(store).run();
    const topics = audits.map(({ topic }) => topicLife(topic).topic);
    return compareWithBrokers(audits, await endsOf(context, topics));
  } finally {
    await store.close();
  }
}

function endsOf(
  context: CliContext,
  topics: readonly string[],
): Promise<ReadonlyMap<string, PartitionRange[]>> {
  const isNamed = (context.env['KAFKA_BROKERS'] ?? '') !== '';
  return isNamed ? knownTopicEnds(kafkaOf(context), topics) : Promise.resolve(new Map());
}
