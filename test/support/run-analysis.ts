import { type Store } from '#libs/store';
import { type TestClickHouse } from './clickhouse.js';
import { startApp, type TestProcess } from './app-process.js';

/** A cycle costs seconds, however little it has to look at: three of them for the simulated hours. */
export const STEP_MINUTES = 60;

/** Starts the built analyse process over everything stored in one database. */
export function startAnalysis(
  clickhouse: TestClickHouse,
  store: Store,
  env: Record<string, string> = {},
): TestProcess {
  return startApp('analyse', {
    CLICKHOUSE_URL: clickhouse.server.url,
    CLICKHOUSE_USER: clickhouse.server.admin.user,
    CLICKHOUSE_PASSWORD: clickhouse.server.admin.password,
    CLICKHOUSE_DATABASE: store.database,
    ANALYSIS_MODE: 'once',
    ANALYSIS_STEP_MINUTES: String(STEP_MINUTES),
    VERDICT_SINK: 'none',
    ...env,
  });
}

/** What was concluded about every visitor key, reasons and all, in the order of the keys. */
export function visitorsOf(store: Store): Promise<Record<string, unknown>[]> {
  return store.query('SELECT * FROM visitors ORDER BY key_type, key');
}

/** Every verdict change written, in the order of the outbox. */
export function verdictsOf(store: Store): Promise<VerdictChange[]> {
  return store.query(
    `SELECT sequence, verdict_id, change, key, revision, action, message_key, message
     FROM verdicts ORDER BY sequence`,
  );
}

export interface VerdictChange {
  readonly sequence: number;
  readonly verdict_id: string;
  readonly change: string;
  readonly key: string;
  readonly revision: number;
  readonly action: string;
  readonly message_key: string;
  readonly message: string;
}
