import { Command } from 'commander';
import { type Store } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { comparisonLine, type ComparisonLine } from '../labels/comparison-line.js';
import { compareVisitor, type ComparedVisitor } from '../labels/compared-visitor.js';
import { evaluation } from '../labels/evaluation.js';
import { readLabels } from '../labels/read-labels.js';
import { readSessionFeatures } from '../labels/read-session-features.js';
import { withParts } from '../parts/with-parts.js';
import { replayFiles } from '../replay/replay-files.js';
import { collectSummary } from '../summary/estate-summary.js';
import { renderEvaluation } from '../summary/render-evaluation.js';
import { count } from '../terminal/numbers.js';
import { readJudgedVisitors } from '../verdicts/read-judged-visitors.js';
import { writeNdjson } from '../verdicts/write-ndjson.js';
import { addJudgingOptions, addReadingOptions, type ReplayOptions } from './replay-options.js';

interface Options extends ReplayOptions {
  labels: string;
  visitors?: string;
  json?: true;
  dataDir?: string;
}

const EXAMPLES = `
The labels are a CSV file with a header: visitor,label[,class][,requests][,user_agent_contains][,evasion].
visitor is a client address, or address|user agent. label is human, good_bot, bad_bot or neutral_bot;
rows labelled self or unknown are not compared.

Examples:
  # How many of the bad bots are found, and who is accused wrongly?
  wherefore evaluate access.log.gz --labels labels.csv

  # A simulated estate, whose truth is known
  wherefore simulate --hours 6 --out estate && wherefore evaluate estate/access.log estate/api.ndjson --labels estate/labels.csv`;

export function evaluateCommand(context: CliContext): Command {
  const command = new Command('evaluate')
    .summary('compare the verdicts on a log with the truth')
    .description(
      'Replays log files and compares the verdicts with labels: recall of bad bots, false alarms among people and good bots.',
    )
    .argument('<file...>', 'access logs; they are judged together, as one estate')
    .requiredOption('--labels <csv>', 'the truth about the visitors');
  addReadingOptions(command)
    .option('--visitors <out>', 'write one NDJSON line for every labelled visitor to a file')
    .option('--json', 'print the result as JSON')
    .option('--data-dir <dir>', 'keep the database here instead of throwing it away');
  return addJudgingOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: string[], options: Options) => evaluate(context, files, options));
}

async function evaluate(context: CliContext, files: string[], options: Options): Promise<void> {
  const labels = await readLabels(options.labels);
  await withParts(context, { dataDir: options.dataDir, purpose: 'evaluate' }, async (parts) => {
    const { store } = await replayFiles(context, parts, files, {
      format: options.format,
      fieldMap: options.fieldMap,
      stepMinutes: options.step,
      verbose: options.verbose ?? false,
    });
    const { clients } = await collectSummary(store);
    const only = new Set(labels.map(({ address }) => address));
    const visitors = await readJudgedVisitors(store, clients, only);
    const compared = labels.map((label) => compareVisitor(label, visitors));
    const { terminal } = context;
    if (options.visitors !== undefined) {
      const written = await writeNdjson(lines(store, compared), options.visitors, terminal.stdout);
      terminal.note(`${count(written)} labelled visitors written to ${options.visitors}`);
    }
    const result = evaluation(compared);
    terminal.result(
      options.json === true ? JSON.stringify(result) : renderEvaluation(result, terminal.colours),
    );
  });
}

/** Features are counted last: the table they are counted in is the analysis's. */
async function* lines(
  store: Store,
  visitors: readonly ComparedVisitor[],
): AsyncGenerator<ComparisonLine> {
  const features = await readSessionFeatures(store);
  for (const visitor of visitors) yield comparisonLine(visitor, features);
}
