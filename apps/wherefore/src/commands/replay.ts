import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { withParts } from '../parts/with-parts.js';
import { replayFiles } from '../replay/replay-files.js';
import { collectSummary, type EstateSummary } from '../summary/estate-summary.js';
import { renderSummary } from '../summary/render-summary.js';
import { count } from '../terminal/numbers.js';
import { readVerdictLines } from '../verdicts/read-verdict-lines.js';
import { writeNdjson } from '../verdicts/write-ndjson.js';
import { addJudgingOptions, addReadingOptions, type ReplayOptions } from './replay-options.js';

interface Options extends ReplayOptions {
  verdicts?: string;
  summary?: true;
  json?: true;
  dataDir?: string;
}

const EXAMPLES = `
Examples:
  # Who was in yesterday's log, and what for?
  wherefore replay /var/log/nginx/access.log.1

  # Several files, compressed ones too, as one estate; every visitor's verdict into a file
  wherefore replay access.log.*.gz --verdicts verdicts.ndjson

  # Only the malicious ones, with the reason that weighs most
  wherefore replay access.log --verdicts - | jq -r 'select(.intent.stance=="malicious") | [.visitor.value,.intent.class,.evidence[0].text] | @tsv'

  # A JSON log whose keys have other names: {"clientAddress":"c_ip","url":"req"}
  wherefore replay api.ndjson --format nginx_json --field-map fields.json`;

export function replayCommand(context: CliContext): Command {
  const command = new Command('replay')
    .summary('judge every visitor of log files, without Kafka')
    .description(
      'Sends log files (plain or gzip) through the same pipeline as live traffic, stores them in an embedded ClickHouse server and judges every visitor.',
    )
    .argument('<file...>', 'access logs; they are judged together, as one estate');
  addReadingOptions(command)
    .option(
      '--verdicts <out>',
      'write one NDJSON line for every visitor to a file, or to - (standard output)',
    )
    .option('--summary', 'print the summary table (default where --verdicts is not given)')
    .option('--json', 'print the summary as JSON')
    .option('--data-dir <dir>', 'keep the database here instead of throwing it away');
  return addJudgingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => replay(context, files, options));
}

async function replay(context: CliContext, files: string[], options: Options): Promise<void> {
  await withParts(context, { dataDir: options.dataDir, purpose: 'replay' }, async (parts) => {
    const { store } = await replayFiles(context, parts, files, {
      format: options.format,
      fieldMap: options.fieldMap,
      stepMinutes: options.step,
      verbose: options.verbose ?? false,
    });
    const summary = await collectSummary(store);
    if (options.verdicts !== undefined) {
      const lines = readVerdictLines(store, summary.clients);
      const written = await writeNdjson(lines, options.verdicts, context.terminal.stdout);
      context.terminal.note(
        `${count(written)} verdict lines written to ${outName(options.verdicts)}`,
      );
    }
    show(context, summary, options);
  });
}

const outName = (out: string): string => (out === '-' ? 'standard output' : out);

/** Where the verdicts take standard output, the summary goes to standard error. */
function show({ terminal }: CliContext, summary: EstateSummary, options: Options): void {
  const { verdicts, summary: wanted, json } = options;
  if (verdicts !== undefined && wanted === undefined && json === undefined) return;
  const text =
    json === true
      ? JSON.stringify(summary)
      : renderSummary(summary, verdicts === '-' ? terminal.noteColours : terminal.colours);
  if (verdicts === '-') terminal.aside(text);
  else terminal.result(text);
}
