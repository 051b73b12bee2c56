import { randomUUID } from 'node:crypto';
import { ClickHouseConfig, loadConfig } from '#libs/platform';
import {
  borrowHistory,
  createStore,
  enforcementHits,
  migrate,
  type Store,
  verdictChangesBetween,
} from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { type RecordedDatabase } from '../explain/open-recorded.js';
import { type Parts } from '../parts/with-parts.js';
import { startApp } from '../processes/start-app.js';
import { showJudging } from '../replay/judge-progress.js';
import { type BacktestReport, backtestReport, type RunFindings } from './backtest-report.js';

interface BacktestSpan {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
  readonly site: string | null;
}

export interface BacktestOptions extends BacktestSpan {
  readonly stepMinutes: number;
  /** Files for the analyse process, by variable: the policy, and weights and roles where they are to be tried too. */
  readonly files: Readonly<Record<string, string>>;
  readonly verbose: boolean;
}

/**
 * Judges a stretch of the stored log again, cycle by cycle as the live analysis does, in a database of its own that is
 * dropped afterwards. Nothing live is changed and nothing is published. What the live analysis had concluded by the
 * start counts, as it would have for a policy that went live then.
 */
export async function runBacktest(
  context: CliContext,
  parts: Parts,
  recorded: RecordedDatabase,
  options: BacktestOptions,
): Promise<BacktestReport> {
  const scratch = await makeScratch(context, parts, recorded);
  await borrowHistory(scratch, { from: options.from, live: recorded.store.database });
  const analyse = startApp(
    context,
    parts,
    'analyse',
    {
      ...recorded.env,
      ...options.files,
      CLICKHOUSE_DATABASE: scratch.database,
      VERDICT_SINK: 'none',
      ANALYSIS_MODE: 'once',
      ANALYSIS_STEP_MINUTES: String(options.stepMinutes),
      ANALYSIS_FROM: String(options.from),
      ANALYSIS_UNTIL: String(options.until),
    },
    options.verbose,
  );
  await showJudging(analyse, context.terminal);
  const { from, until, site } = options;
  return backtestReport(
    { from, until, site },
    await findingsIn(scratch, options),
    await findingsIn(recorded.store, options),
  );
}

async function makeScratch(
  context: CliContext,
  parts: Parts,
  { env }: RecordedDatabase,
): Promise<Store> {
  const config = loadConfig(ClickHouseConfig, { ...context.env, ...env });
  const database = `${config.CLICKHOUSE_DATABASE}_backtest_${randomUUID().slice(0, 8)}`;
  const scratch = createStore({
    url: config.CLICKHOUSE_URL,
    user: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database,
    requestTimeoutMs: 600_000,
  });
  parts.teardown.add('the connection of the backtest', () => scratch.close());
  await migrate(scratch, context.installation.migrationsDir);
  parts.teardown.add('the database of the backtest', () =>
    scratch.command('DROP DATABASE IF EXISTS {database: Identifier}', { database }),
  );
  return scratch;
}

async function findingsIn(store: Store, { from, until, site }: BacktestSpan): Promise<RunFindings> {
  return {
    changes: await store.query(verdictChangesBetween, { from, until }),
    hits: await store.query(enforcementHits, { from, until, site: site ?? '' }),
  };
}
