import { ClickHouseConfig, loadConfig } from '#libs/platform';
import { createStore, FeedCursors, FeedKeys } from '#libs/store';
import { type CliContext } from '../cli-context.js';

/** The keys and where their readers stand, in the database that CLICKHOUSE_URL names. */
export interface KeyStore {
  readonly keys: FeedKeys;
  readonly cursors: FeedCursors;
}

/** Opens the database for as long as `work` takes. */
export async function withKeys<Result>(
  context: CliContext,
  work: (store: KeyStore) => Promise<Result>,
): Promise<Result> {
  const config = loadConfig(ClickHouseConfig, context.env);
  const store = createStore({
    url: config.CLICKHOUSE_URL,
    user: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database: config.CLICKHOUSE_DATABASE,
  });
  try {
    return await work({ keys: new FeedKeys(store), cursors: new FeedCursors(store) });
  } finally {
    await store.close();
  }
}
