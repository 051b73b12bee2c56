import { Command } from 'commander';
import { access, constants } from 'node:fs/promises';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { type DemoOptions } from '../demo/demo-options.js';
import { renderDemo } from '../demo/demo-result.js';
import { runDemo } from '../demo/run-demo.js';
import { addEstateFlags } from '../feed/estate-options.js';
import { Interrupted } from '../interrupted.js';
import { type Parts, withParts } from '../parts/with-parts.js';

/** What --small means: two hours of a small estate, some 20 seconds. */
const SMALL = { hours: 2, scale: 0.15 };

const EXAMPLES = `
ClickHouse and Kafka are started for the demo and end with it. With CLICKHOUSE_URL or KAFKA_BROKERS it uses yours instead, in
a database and topics of its own. Nothing of the demo is left behind, except topics on your own cluster.

Examples:
  # The whole story in some two minutes; then look around until Ctrl-C
  wherefore demo

  # Your own log in place of the simulated one
  wherefore demo --input /var/log/nginx/access.log

  # A small one for machines
  wherefore demo --small --exit --json | jq '.score | {precision, recall}'`;

export function demoCommand(context: CliContext): Command {
  const command = new Command('demo')
    .summary('show the whole path on real parts, in minutes')
    .description(
      'Starts a real ClickHouse server, a real Kafka broker, ingest, analyse and serve; feeds them the log of a simulated enterprise; shows who its visitors are, what they are there for, and how well that compares with the truth.',
    );
  return addEstateFlags(command)
    .option('--exit', 'end by itself instead of running until Ctrl-C')
    .option('--input <file>', "your own log (plain or gzip) in place of the simulator's")
    .option('--json', 'print the summary as JSON')
    .option('--small', `a small estate (--hours ${SMALL.hours} --scale ${SMALL.scale})`)
    .option('--data-dir <dir>', 'keep data and logs here; the default is a temporary folder')
    .option('--verbose', "show the processes' own logs")
    .addHelpText('after', EXAMPLES)
    .action((options: DemoOptions) => demo(context, sized(options)));
}

const sized = (options: DemoOptions): DemoOptions =>
  options.small === true ? { ...options, ...SMALL } : options;

async function demo(context: CliContext, options: DemoOptions): Promise<void> {
  if (options.input !== undefined) await readable(options.input);
  const stage = { concluded: false };
  const show = async (parts: Parts): Promise<void> => {
    const { terminal } = context;
    const { result, lost } = await runDemo(context, parts, options);
    terminal.result(
      options.json === true ? JSON.stringify(result) : renderDemo(result, terminal.colours),
    );
    stage.concluded = true;
    if (options.exit === true) return;
    terminal.note('Everything is running; Ctrl-C stops it.');
    await lost;
  };
  try {
    await withParts(context, { dataDir: options.dataDir, purpose: 'demo' }, show);
  } catch (error) {
    // After the result a Ctrl-C is the way to end, not a failure.
    if (!(error instanceof Interrupted && stage.concluded)) throw error;
    context.terminal.note('Stopped; nothing is left running.');
  }
}

async function readable(path: string): Promise<void> {
  await access(path, constants.R_OK).catch(() => {
    throw new CliError(
      'FILE_MISSING',
      `${path} cannot be read. Check the path and its permissions.`,
    );
  });
}
