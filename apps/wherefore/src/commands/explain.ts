import { Command } from 'commander';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { type Explanation, explanationOf } from '../explain/explanation.js';
import { findVerdict } from '../explain/find-verdict.js';
import { openRecorded } from '../explain/open-recorded.js';
import { recountVerdicts } from '../explain/recount-verdicts.js';
import { renderAll } from '../explain/render-all.js';
import { renderExplanation } from '../explain/render-explanation.js';
import { type Parts, withParts } from '../parts/with-parts.js';

interface Options {
  all?: true;
  sql?: true;
  json?: true;
  dataDir?: string;
  verbose?: boolean;
}

const EXAMPLES = `
The database comes from CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE, or from the folder of
--data-dir. Nothing that is stored is changed. The exit code is 1 when a number is not the same again.

Examples:
  # Why is this address blocked, is it still true of the log, and what would have changed it?
  wherefore explain 203.0.113.7

  # The same counts by hand
  wherefore explain 203.0.113.7 --sql | clickhouse-client --multiquery

  # Does every verdict ever given add up?
  wherefore explain --all`;

export function explainCommand(context: CliContext): Command {
  return new Command('explain')
    .summary('why a verdict was given, counted again')
    .description(
      'Says in plain words why a verdict was given, counts every reason again from the log as it was then, and names what would have changed the verdict.',
    )
    .argument('[verdict]', 'id of a verdict, or the key of a visitor for its newest one')
    .option('--all', 'count every verdict again, and show those that differ')
    .option('--sql', 'print the statements that count the reasons, for clickhouse-client')
    .option('--json', 'print the result as JSON')
    .option(
      '--data-dir <dir>',
      'the folder in which a replay or a run that has ended kept its database',
    )
    .option('--verbose', "show the process's own log")
    .addHelpText('after', EXAMPLES)
    .action((verdict: string | undefined, options: Options) => explain(context, verdict, options));
}

async function explain(
  context: CliContext,
  verdict: string | undefined,
  options: Options,
): Promise<void> {
  if ((verdict === undefined) !== (options.all === true)) {
    throw new CliError('NO_VERDICT_NAMED', 'Name one verdict or visitor, or give --all.');
  }
  await withParts(context, { dataDir: options.dataDir, purpose: 'explain' }, async (parts) => {
    const explanations = await explanationsOf(context, parts, verdict, options);
    show(context, explanations, options);
    const broken = explanations.filter(({ isSame }) => !isSame);
    if (broken.length > 0) throw differ(broken);
  });
}

async function explanationsOf(
  context: CliContext,
  parts: Parts,
  verdict: string | undefined,
  { dataDir, verbose = false }: Options,
): Promise<readonly Explanation[]> {
  const recorded = await openRecorded(context, parts, dataDir);
  const id = verdict === undefined ? '' : await findVerdict(recorded.store, verdict);
  const recounts = await recountVerdicts(context, parts, { ...recorded, verdict: id, verbose });
  return recounts.map(explanationOf);
}

function show(
  { terminal }: CliContext,
  explanations: readonly Explanation[],
  { all, sql, json }: Options,
): void {
  if (json === true) {
    for (const one of explanations) terminal.result(JSON.stringify(one));
  } else if (sql === true) {
    for (const { recount } of explanations) terminal.result(recount.again?.script ?? '');
  } else if (all === true) {
    terminal.result(renderAll(explanations, terminal.colours));
  } else {
    for (const one of explanations) terminal.result(renderExplanation(one, terminal.colours));
  }
}

function differ(broken: readonly Explanation[]): CliError {
  const [first] = broken;
  const places = first?.differences.map(({ path }) => path) ?? [];
  const which =
    places.length === 0 ? (first?.recount.problem ?? '') : places.slice(0, 5).join(', ');
  return new CliError(
    'NUMBERS_DIFFER',
    broken.length === 1
      ? `The numbers are not the same again: ${which}.`
      : `${broken.length} verdicts do not count the same again, the first in: ${which}.`,
  );
}
