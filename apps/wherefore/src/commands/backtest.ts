import { Command } from 'commander';
import { renderBacktest } from '../backtest/render-backtest.js';
import { runBacktest } from '../backtest/run-backtest.js';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { openRecorded } from '../explain/open-recorded.js';
import { instant, wholeNumber } from '../option-values.js';
import { withParts } from '../parts/with-parts.js';
import { existingFiles } from '../replay/replay-files.js';

interface Options {
  policy?: string;
  weights?: string;
  roles?: string;
  from: number;
  to: number;
  site?: string;
  step: number;
  json?: true;
  dataDir?: string;
  verbose?: true;
}

const EXAMPLES = `
The database comes from CLICKHOUSE_URL, CLICKHOUSE_USER, CLICKHOUSE_PASSWORD and CLICKHOUSE_DATABASE, or from the folder of
--data-dir. The user has to be allowed to make a database beside it. Nothing live is changed, nothing is published.

Examples:
  # What would the new policy have done last week, and to whom?
  wherefore backtest --policy new.yaml --from 2026-03-02T00:00:00Z --to 2026-03-09T00:00:00Z

  # Does the analysis conclude today what it concluded then?
  wherefore backtest --from 2026-03-08T00:00:00Z --to 2026-03-09T00:00:00Z --json | jq .agreement.share`;

export function backtestCommand(context: CliContext): Command {
  return new Command('backtest')
    .summary('what a policy would have done over the stored log')
    .description(
      'Judges a stretch of the stored log again, cycle by cycle as if live, with another policy, and reports who would have been condemned when, people and verified bots hit, requests saved, and what differs from what was live.',
    )
    .requiredOption('--from <time>', 'start, UTC', instant)
    .requiredOption('--to <time>', 'end, UTC', instant)
    .option('--policy <file>', 'the policy to try (default: POLICY_FILE, or the built-in one)')
    .option('--weights <file>', 'fitted weights to try')
    .option('--roles <file>', 'path roles to try')
    .option('--site <host>', 'count hits on this site alone; everybody is judged all the same')
    .option(
      '--step <minutes>',
      'as ANALYSIS_STEP_MINUTES of the live analysis',
      wholeNumber(1, 1440),
      10,
    )
    .option('--json', 'print the report as JSON')
    .option('--data-dir <dir>', 'the folder in which a run that has ended kept its database')
    .option('--verbose', "show the process's own log")
    .addHelpText('after', EXAMPLES)
    .action((options: Options) => backtest(context, options));
}

async function backtest(context: CliContext, options: Options): Promise<void> {
  const { from, to: until, site = null, step: stepMinutes, verbose = false } = options;
  if (from >= until) throw new CliError('EMPTY_PERIOD', '--from has to be before --to.');
  const files = await namedFiles(options);
  await withParts(context, { dataDir: options.dataDir, purpose: 'backtest' }, async (parts) => {
    const recorded = await openRecorded(context, parts, options.dataDir);
    const report = await runBacktest(context, parts, recorded, {
      ...{ from, until, site, stepMinutes, verbose, files },
    });
    const { terminal } = context;
    terminal.result(
      options.json === true ? JSON.stringify(report) : renderBacktest(report, terminal.colours),
    );
  });
}

async function namedFiles({ policy, weights, roles }: Options): Promise<Record<string, string>> {
  const named = { POLICY_FILE: policy, WEIGHTS_FILE: weights, ROLES_FILE: roles };
  const given = Object.entries(named).flatMap(([name, file]) =>
    file === undefined ? [] : [{ name, file }],
  );
  const paths = await existingFiles(given.map(({ file }) => file));
  return Object.fromEntries(given.map(({ name }, at) => [name, String(paths[at])]));
}
