import { ClickHouseConfig, loadConfig } from '#libs/platform';
import { createStore, type Store } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { CliError } from '../cli-error.js';
import { openClickHouse } from '../parts/click-house.js';
import { type Parts } from '../parts/with-parts.js';

/** A database with verdicts in it. */
export interface RecordedDatabase {
  readonly store: Store;
  /** For child processes. */
  readonly env: Readonly<Record<string, string>>;
}

/** The database that CLICKHOUSE_URL names, as it is, else the one kept in a folder. @throws CliError without either */
export async function openRecorded(
  context: CliContext,
  parts: Parts,
  dataDir: string | undefined,
): Promise<RecordedDatabase> {
  if (context.env['CLICKHOUSE_URL'] !== undefined) return named(context, parts);
  if (dataDir !== undefined) return openClickHouse(context, parts, { throwaway: false });
  throw new CliError(
    'NO_DATABASE_NAMED',
    'Where are the verdicts? Set CLICKHOUSE_URL, CLICKHOUSE_USER and CLICKHOUSE_PASSWORD, or give --data-dir with the folder in which a replay or a run kept its database.',
  );
}

function named({ env }: CliContext, parts: Parts): RecordedDatabase {
  const config = loadConfig(ClickHouseConfig, env);
  const store = createStore({
    url: config.CLICKHOUSE_URL,
    user: config.CLICKHOUSE_USER,
    password: config.CLICKHOUSE_PASSWORD,
    database: config.CLICKHOUSE_DATABASE,
  });
  parts.teardown.add('the connection to ClickHouse', () => store.close());
  return { store, env: {} };
}
