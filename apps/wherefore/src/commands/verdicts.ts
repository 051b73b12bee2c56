import { tailTopic } from '#libs/stream';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { kafkaOf } from '../parts/kafka.js';
import { verdictRecord } from '../verdicts/verdict-record.js';
import { verdictText } from '../verdicts/verdict-text.js';

interface Options {
  follow?: true;
  topic: string;
  json?: true;
  brokers?: string;
}

const EXAMPLES = `
Examples:
  # Every verdict in force, one line each
  wherefore verdicts --brokers 127.0.0.1:9092

  # What changes, as it changes
  wherefore verdicts --follow

  # The audit trail, for machines
  wherefore verdicts --topic wherefore.verdict-changes --json`;

export function verdictsCommand(context: CliContext): Command {
  return new Command('verdicts')
    .summary('read the verdict topic')
    .description(
      'Reads the topic that WAFs and gateways read: one message for each visitor with a verdict, none where a verdict was lifted. Leaves every consumer group alone.',
    )
    .option('--brokers <list>', 'host:port of a broker (default: KAFKA_BROKERS)')
    .option('--topic <name>', 'the topic', context.env['VERDICT_TOPIC'] ?? 'wherefore.verdicts')
    .option('--follow', 'go on as verdicts come, until Ctrl-C')
    .option('--json', 'print messages as they are: {"key","value"}, one a line')
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => verdicts(context, options));
}

async function verdicts(context: CliContext, options: Options): Promise<void> {
  const { terminal, stopRequested } = context;
  const env =
    options.brokers === undefined
      ? context.env
      : { ...context.env, KAFKA_BROKERS: options.brokers };
  const tail = await tailTopic({
    kafka: kafkaOf({ ...context, env }),
    topic: options.topic,
    from: 'beginning',
    follow: options.follow ?? false,
    onMessage: ({ key, value }) => {
      const name = key?.toString() ?? '';
      const text = value?.toString() ?? null;
      terminal.result(
        options.json === true
          ? verdictRecord(name, text)
          : verdictText(name, text, terminal.colours),
      );
    },
  });
  const stop = (): void => void tail.stop();
  stopRequested.addEventListener('abort', stop, { once: true });
  if (stopRequested.aborted) stop();
  await tail.done;
}
