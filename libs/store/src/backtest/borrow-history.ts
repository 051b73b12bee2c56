import { type Store } from '../store.js';
import { carriedTables } from './carried-tables.js';

/** What a backtest looks back on: everything stored, and what the live analysis had concluded by then. */
export interface BorrowedHistory {
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Database of the live analysis, on the same server. */
  readonly live: string;
}

/**
 * Fills an empty database of the same schema with the stored log, and with what the cycles up to `from` left. The log is
 * borrowed, not copied: the same parts on disk belong to both (ClickHouse links them), and neither sees what the other
 * does with them afterwards. Contract: `scratch` is migrated and empty.
 * @throws StoreQueryError where the schemas differ: migrate the live database first
 */
export async function borrowHistory(
  scratch: Store,
  { from, live }: BorrowedHistory,
): Promise<void> {
  for (const partition of await logPartitions(scratch, live)) {
    await scratch.command(
      `ALTER TABLE access_events ATTACH PARTITION ID '${word(partition)}' FROM \`${word(live)}\`.access_events`,
    );
  }
  for (const { table, until } of carriedTables) {
    await scratch.command(
      `INSERT INTO ${table} SELECT * FROM {live: Identifier}.${table} WHERE ${until}`,
      { live, from },
    );
  }
}

async function logPartitions(store: Store, live: string): Promise<readonly string[]> {
  const rows = await store.query<{ partition: string }>(
    `SELECT DISTINCT partition_id AS partition FROM system.parts
     WHERE database = {live: String} AND table = 'access_events' AND active ORDER BY partition`,
    { live },
  );
  return rows.map(({ partition }) => partition);
}

/** The name of a partition or of a database, where ClickHouse takes no parameter. */
function word(name: string): string {
  if (/^\w+$/.test(name)) return name;
  throw new Error(`a name of letters, digits and _ was expected, not ${name.slice(0, 40)}`);
}
