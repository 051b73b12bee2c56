import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { keptHashKey } from '../hash-key.js';
import { Interrupted } from '../interrupted.js';
import { wholeNumber } from '../option-values.js';
import { type ClickHouse, openClickHouse } from '../parts/click-house.js';
import { type KafkaCluster, openKafka } from '../parts/kafka.js';
import { type Parts, withParts } from '../parts/with-parts.js';
import { type AppProcess } from '../processes/app-process.js';
import { startApp } from '../processes/start-app.js';
import { pushFileOf } from '../push/run-push.js';

interface Options {
  dataDir: string;
  clickhousePort?: number;
  kafkaPort?: number;
  push?: string;
  verbose?: boolean;
}

const EXAMPLES = `
CLICKHOUSE_URL and KAFKA_BROKERS name servers of your own; what they do not name is embedded and keeps its data in the data
folder. All variables of the processes are passed on to them: SOURCE_TOPICS, SOURCE_FORMAT, ANALYSIS_STEP_MINUTES, ...

Examples:
  # Everything on one machine; logs go to the topic access-logs
  wherefore run --kafka-port 9092

  # On a cluster of yours
  KAFKA_BROKERS=kafka:9092 CLICKHOUSE_URL=http://clickhouse:8123 HASH_KEY=... wherefore run

  # And keep a list at a WAF in step with the verdicts; first: wherefore push check push.yaml
  wherefore run --kafka-port 9092 --push push.yaml`;

export function runCommand(context: CliContext): Command {
  return new Command('run')
    .summary('run ingest, analyse and serve in one process tree')
    .description(
      'Runs the whole product until Ctrl-C: migrates, makes the topics, starts ingest, analyse and serve, and ends when one of them does.',
    )
    .option('--data-dir <dir>', 'data and logs of the embedded parts', '.wherefore/run')
    .option(
      '--clickhouse-port <port>',
      'loopback port of the embedded ClickHouse',
      wholeNumber(1, 65535),
    )
    .option('--kafka-port <port>', 'loopback port of the embedded Kafka', wholeNumber(1, 65535))
    .option('--push <file>', 'also push verdicts to the WAFs that this file describes')
    .option('--verbose', "show the processes' own logs")
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => runAll(context, options));
}

async function runAll(context: CliContext, options: Options): Promise<void> {
  const stage = { running: false };
  if (options.push !== undefined) pushFileOf(context, options.push);
  const hold = async (parts: Parts): Promise<void> => {
    const [clickHouse, kafka] = await openServers(context, parts, options);
    const { lost } = await startAll(context, parts, clickHouse, kafka, options);
    stage.running = true;
    await lost;
  };
  try {
    await withParts(context, { dataDir: options.dataDir, purpose: 'run' }, hold);
  } catch (error) {
    if (!(error instanceof Interrupted && stage.running)) throw error;
    context.terminal.note('Stopped.');
  }
}

async function openServers(
  context: CliContext,
  parts: Parts,
  { clickhousePort, kafkaPort }: Options,
): Promise<[ClickHouse, KafkaCluster]> {
  const [clickHouse, kafka] = await Promise.all([
    openClickHouse(context, parts, {
      throwaway: false,
      ...(clickhousePort !== undefined && { httpPort: clickhousePort }),
    }),
    openKafka(context, parts, {
      throwaway: false,
      logPartitions: 4,
      ...(kafkaPort !== undefined && { port: kafkaPort }),
    }),
  ]);
  if ('advice' in kafka) throw new CliError('NO_BROKER', kafka.advice);
  return [clickHouse, kafka];
}

function startPush(
  context: CliContext,
  parts: Parts,
  common: Readonly<Record<string, string>>,
  { push, verbose = false }: Options,
): AppProcess[] {
  if (push === undefined) return [];
  const PUSH_FILE = pushFileOf(context, push);
  const PUSH_STATE_DIR = context.env['PUSH_STATE_DIR'] ?? parts.folder.in('push');
  return [startApp(context, parts, 'push', { ...common, PUSH_FILE, PUSH_STATE_DIR }, verbose)];
}

async function startAll(
  context: CliContext,
  parts: Parts,
  clickHouse: ClickHouse,
  kafka: KafkaCluster,
  options: Options,
): Promise<{ lost: Promise<never> }> {
  const { terminal, env } = context;
  const hashKey = env['HASH_KEY'] ?? (await keptHashKey(parts.folder.in('hash-key')));
  const verbose = options.verbose ?? false;
  const common = { ...clickHouse.env, ...kafka.env };
  const apps = [
    startApp(context, parts, 'ingest', { ...common, HASH_KEY: hashKey }, verbose),
    startApp(context, parts, 'analyse', common, verbose),
    startApp(context, parts, 'serve', common, verbose),
    ...startPush(context, parts, common, options),
  ];
  const lost = Promise.race([...apps.map((app) => app.ended()), clickHouse.lost, kafka.lost]);
  lost.catch(() => undefined);
  const ports = await Promise.race([Promise.all(apps.map((app) => app.listening())), lost]);
  terminal.note(`ClickHouse at ${clickHouse.url}, Kafka at ${kafka.brokers.join(', ')}`);
  apps.forEach(({ app }, i) => {
    terminal.note(`${app}: http://127.0.0.1:${ports[i] ?? 0}/health`);
  });
  terminal.note(
    `Reading the topic ${kafka.topics.logs}, publishing to ${kafka.topics.verdicts}; Ctrl-C stops.`,
  );
  return { lost };
}
