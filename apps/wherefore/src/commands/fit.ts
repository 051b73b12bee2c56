import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { fitReport } from '../fit/fit-report.js';
import { gatherEvidence } from '../fit/gather-evidence.js';
import { type LabelledSet } from '../fit/labelled-set.js';
import { type LabelledVisitor } from '../fit/labelled-visitors.js';
import { readSets } from '../fit/read-sets.js';
import { reliabilitySvg } from '../fit/reliability-svg.js';
import { renderFit } from '../fit/render-fit.js';
import { weightsDocument } from '../fit/weights-document.js';
import { wholeNumber } from '../option-values.js';
import { formatOption } from './replay.js';

interface Options {
  labels?: string;
  sets?: string;
  name: string;
  format: string;
  fieldMap?: string;
  folds: number;
  out?: string;
  svg?: string;
  date?: string;
  json?: true;
  step: number;
  verbose?: true;
}

const EXAMPLES = `
The labels are those of "wherefore evaluate". Figures are of visitors that were held back from what they are judged by.
Examples:
  # How calibrated is human or bot on this log, and what would fitted weights change?
  wherefore fit access.log.gz --labels labels.csv
  # Weights of several logs, each an estate of its own, into a file to review; then judge by it
  wherefore fit --sets sets.yaml --out weights.json --date 2026-01-31
  WEIGHTS_FILE=weights.json wherefore replay access.log`;

export function fitCommand(context: CliContext): Command {
  return new Command('fit')
    .summary('fit the weights of reasons to labelled logs')
    .description(
      'Replays labelled logs, fits the weights of the reasons to the labels, starting from the assumed ones, and measures them and their calibration on held-back visitors.',
    )
    .argument('[file...]', 'access logs of one estate')
    .option('--labels <csv>', 'the truth about the visitors of these logs')
    .option('--name <name>', 'what to call these logs in the report', 'log')
    .option('--sets <yaml>', 'several labelled logs: a list of {name, labels, files, format}')
    .addOption(formatOption())
    .option('--field-map <json>', 'file that says under which keys a JSON log keeps what')
    .option('--folds <number>', 'parts that visitors are held back in', wholeNumber(2, 50), 5)
    .option('--out <json>', 'write the fitted weights here, for WEIGHTS_FILE')
    .option('--date <day>', 'the day written into the file, for example 2026-01-31')
    .option('--svg <file>', 'draw the reliability diagram of the fitted weights here')
    .option('--json', 'print the report as JSON')
    .option(
      '--step <minutes>',
      'judge at the end of each step of event time',
      wholeNumber(1, 1440),
      240,
    )
    .option('--verbose', "show the processes' own logs")
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => fit(context, files, options));
}

async function fit(context: CliContext, files: string[], options: Options): Promise<void> {
  const date = dateFor(options);
  const labelled: LabelledVisitor[] = [];
  for (const set of await setsFor(files, options)) {
    const { step: stepMinutes, verbose = false } = options;
    labelled.push(...(await gatherEvidence(context, set, { stepMinutes, verbose })));
  }
  checkBothKinds(labelled);
  const report = fitReport(labelled, options.folds);
  const { terminal } = context;
  if (options.out !== undefined) {
    const document = weightsDocument(report, `fitted-${date}`, date);
    await writeFile(options.out, `${JSON.stringify(document, null, 2)}\n`);
    terminal.note(`weights written to ${options.out}; review them, then set WEIGHTS_FILE`);
  }
  if (options.svg !== undefined) {
    const { reliability } = report.nature.fitted.all;
    await writeFile(options.svg, reliabilitySvg('Human or bot, held-back visitors', reliability));
  }
  terminal.result(
    options.json === true ? JSON.stringify(report) : renderFit(report, terminal.colours),
  );
}

/** The day is asked for, not taken from the clock: the same data give the same file. */
function dateFor({ out, date }: Options): string {
  if (out === undefined) return '';
  if (date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  throw new CliError('DATE_MISSING', 'Say which day to write into the file: --date 2026-01-31.');
}

async function setsFor(files: string[], options: Options): Promise<LabelledSet[]> {
  const { sets, labels, name, format, fieldMap } = options;
  if (sets !== undefined && labels === undefined && files.length === 0) return readSets(sets);
  if (sets === undefined && labels !== undefined && files.length > 0)
    return [{ name, labels, files, format, fieldMap }];
  throw new CliError(
    'WHAT_TO_FIT_TO',
    'Name either one log with its labels (FILE... --labels CSV) or a list of them (--sets YAML).',
  );
}

function checkBothKinds(labelled: readonly LabelledVisitor[]): void {
  const nature = labelled.filter(({ question }) => question === 'nature');
  const bots = nature.filter(({ isTrue }) => isTrue).length;
  if (bots === 0 || bots === nature.length) {
    throw new CliError(
      'ONE_KIND_ONLY',
      `There are ${bots} labelled bots and ${nature.length - bots} labelled people in the logs; both are needed.`,
    );
  }
}
