import { tailTopic } from '#libs/stream';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { type Colours } from '../terminal/terminal.js';
import { listHeld } from '../orders/list-held.js';
import { orderCommands } from '../orders/order-commands.js';
import { kafkaOf } from '../parts/kafka.js';
import { ocsfRecord } from '../verdicts/ocsf-record.js';
import { verdictRecord } from '../verdicts/verdict-record.js';
import { verdictText } from '../verdicts/verdict-text.js';

interface Options {
  follow?: true;
  topic: string;
  json?: true;
  ocsf?: true;
  held?: true;
  brokers?: string;
}

const EXAMPLES = `
Examples:
  # Every verdict in force, one line each
  wherefore verdicts --brokers 127.0.0.1:9092

  # What changes, as it changes
  wherefore verdicts --follow

  # The audit trail, for machines
  wherefore verdicts --topic wherefore.verdict-changes --follow --json

  # The same for a SIEM
  wherefore verdicts --topic wherefore.verdict-changes --follow --ocsf

  # What waits for a person, and let it go
  wherefore verdicts --held
  wherefore verdicts release 'address/203.0.113.7' --reason "seen in the logs"

  # Stop publishing, and take everything back
  wherefore verdicts stop --lift-all --reason "customers locked out"`;

export function verdictsCommand(context: CliContext): Command {
  const command = new Command('verdicts')
    .summary('read the verdict topic')
    .description(
      'Reads the topic that WAFs and gateways read and shows the newest verdict of each visitor that has one. Leaves every consumer group alone.',
    )
    .option('--brokers <list>', 'host:port of a broker (default: KAFKA_BROKERS)')
    .option('--topic <name>', 'the topic', context.env['VERDICT_TOPIC'] ?? 'wherefore.verdicts')
    .option('--follow', 'every change from the first kept one on, and what comes, until Ctrl-C')
    .option('--json', 'print messages as they are: {"key","value"}, one a line')
    .option('--ocsf', 'print each change as an OCSF Detection Finding (class 2004), one a line')
    .option('--held', 'those that are held for review, from the database that CLICKHOUSE_URL names')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) =>
      options.held === true ? listHeld(context, options.json === true) : verdicts(context, options),
    );
  for (const order of orderCommands(context)) command.addCommand(order);
  return command;
}

async function verdicts(context: CliContext, options: Options): Promise<void> {
  const { terminal, stopRequested } = context;
  const env =
    options.brokers === undefined
      ? context.env
      : { ...context.env, KAFKA_BROKERS: options.brokers };
  const follow = options.follow ?? false;
  const inForce = new Map<string, string>();
  const show = (key: string, value: string | null): void => {
    const record = recordOf(key, value, options, terminal.colours);
    if (record !== null) terminal.result(record);
  };
  const tail = await tailTopic({
    kafka: kafkaOf({ ...context, env }),
    topic: options.topic,
    from: 'beginning',
    follow,
    onMessage: ({ key, value }) => {
      const name = key?.toString() ?? '';
      if (follow) show(name, value?.toString() ?? null);
      else if (value === null) inForce.delete(name);
      else inForce.set(name, value.toString());
    },
  });
  const stop = (): void => void tail.stop();
  stopRequested.addEventListener('abort', stop, { once: true });
  if (stopRequested.aborted) stop();
  await tail.done;
  for (const [key, value] of inForce) show(key, value);
}

function recordOf(
  key: string,
  value: string | null,
  { json, ocsf }: Options,
  colours: Colours,
): string | null {
  if (ocsf === true) return ocsfRecord(value);
  return json === true ? verdictRecord(key, value) : verdictText(key, value, colours);
}
