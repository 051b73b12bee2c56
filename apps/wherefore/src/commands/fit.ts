import { writeFile } from 'node:fs/promises';
import { type FittingTerms } from '#libs/intent';
import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { readEvidenceFile, writeEvidenceFile } from '../fit/evidence-file.js';
import { fitReport } from '../fit/fit-report.js';
import { gatherEvidence } from '../fit/gather-evidence.js';
import { type LabelledSet } from '../fit/labelled-set.js';
import { type LabelledVisitor } from '../fit/labelled-visitors.js';
import { readSets } from '../fit/read-sets.js';
import { reliabilitySvg } from '../fit/reliability-svg.js';
import { renderFit } from '../fit/render-fit.js';
import { weightsDocument } from '../fit/weights-document.js';
import { wholeNumber } from '../option-values.js';
import { addJudgingOptions, addReadingOptions, type ReplayOptions } from './replay-options.js';

interface Options extends ReplayOptions {
  labels?: string;
  sets?: string;
  name: string;
  folds: number;
  evidence?: string;
  out?: string;
  svg?: string;
  date?: string;
  json?: true;
  anySite?: true;
}

const EXAMPLES = `
The labels are those of "wherefore evaluate". Figures are of visitors that were held back from what they are judged by.
Examples:
  # How calibrated is human or bot on this log, and what would fitted weights change?
  wherefore fit access.log.gz --labels labels.csv
  # Weights of several logs, each an estate of its own, into a file to review; then judge by it
  wherefore fit --sets sets.yaml --out weights.json --date 2026-01-31
  # Weights for logs of other origins, each family of sets judged by what was learned of the others
  wherefore fit --sets sets.yaml --any-site --evidence seen.ndjson
  WEIGHTS_FILE=weights.json wherefore replay access.log`;

export function fitCommand(context: CliContext): Command {
  const command = new Command('fit')
    .summary('fit the weights of reasons to labelled logs')
    .description(
      'Replays labelled logs, fits the weights of the reasons to the labels, starting from the assumed ones, and measures them and their calibration on held-back visitors.',
    )
    .argument('[file...]', 'access logs of one estate')
    .option('--labels <csv>', 'the truth about the visitors of these logs')
    .option('--name <name>', 'what to call these logs in the report', 'log')
    .option(
      '--sets <yaml>',
      'several labelled logs: a list of {name, labels, files, format, family}',
    );
  addReadingOptions(command)
    .option(
      '--any-site',
      'weights for logs that are not among these: hold back whole families of sets, bound what is easily imitated',
    )
    .option('--folds <number>', 'parts that visitors are held back in', wholeNumber(2, 50), 5)
    .option(
      '--evidence <ndjson>',
      'keep here what was seen about labelled visitors; without logs, fit to what is kept',
    )
    .option('--out <json>', 'write the fitted weights here, for WEIGHTS_FILE')
    .option('--date <day>', 'the day written into the file, for example 2026-01-31')
    .option('--svg <file>', 'draw the reliability diagram of the fitted weights here')
    .option('--json', 'print the report as JSON');
  return addJudgingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => fit(context, files, options));
}

async function fit(context: CliContext, files: string[], options: Options): Promise<void> {
  const date = dateFor(options);
  const labelled = await labelledFor(context, files, options);
  const terms: FittingTerms = {
    purpose: options.anySite === true ? 'any' : 'own',
    folds: options.folds,
  };
  checkBothKinds(labelled, terms);
  const report = fitReport(labelled, terms);
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

/** What is kept in a file need not be gathered again. */
async function labelledFor(
  context: CliContext,
  files: string[],
  options: Options,
): Promise<LabelledVisitor[]> {
  const { evidence, sets, labels, step: stepMinutes, verbose = false } = options;
  const isKept = evidence !== undefined && sets === undefined && labels === undefined;
  if (isKept && files.length === 0) return readEvidenceFile(evidence);
  const labelled: LabelledVisitor[] = [];
  for (const set of await setsFor(files, options))
    labelled.push(...(await gatherEvidence(context, set, { stepMinutes, verbose })));
  if (evidence !== undefined) await writeEvidenceFile(evidence, labelled);
  return labelled;
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
    return [{ name, family: name, labels, files, format, fieldMap }];
  throw new CliError(
    'WHAT_TO_FIT_TO',
    'Name either one log with its labels (FILE... --labels CSV) or a list of them (--sets YAML).',
  );
}

function checkBothKinds(labelled: readonly LabelledVisitor[], { purpose }: FittingTerms): void {
  if (purpose === 'any' && new Set(labelled.map(({ family }) => family)).size < 2) {
    throw new CliError(
      'ONE_FAMILY_ONLY',
      'Weights for any site are tried on families of sets that were held back: name sets of at least two (--sets).',
    );
  }
  const nature = labelled.filter(({ question }) => question === 'nature');
  const bots = nature.filter(({ isTrue }) => isTrue).length;
  if (bots === 0 || bots === nature.length) {
    throw new CliError(
      'ONE_KIND_ONLY',
      `There are ${bots} labelled bots and ${nature.length - bots} labelled people in the logs; both are needed.`,
    );
  }
}
