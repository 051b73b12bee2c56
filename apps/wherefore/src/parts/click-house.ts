import { ClickHouseConfig, loadConfig } from '#libs/platform';
import { createStore, migrate, startEmbeddedClickHouse, type Store } from '#libs/store';
import { type CliContext } from '../cli-context.js';
import { type Parts } from './with-parts.js';

/** A ClickHouse server with our tables. */
export interface ClickHouse {
  readonly url: string;
  readonly database: string;
  /** For the processes; sees and changes everything in the database. */
  readonly store: Store;
  /** Who may read the published views; undefined on a server that is not ours to make users on. */
  readonly analyst: { readonly user: string; readonly password: string } | undefined;
  /** For child processes. */
  readonly env: Readonly<Record<string, string>>;
  /** Rejects when the embedded server ends by itself; never resolves. */
  readonly lost: Promise<never>;
}

export interface ClickHouseOptions {
  /** A database of this run alone, dropped at the end, where the server is not our own. */
  readonly throwaway: boolean;
  readonly httpPort?: number;
}

/** Uses the server CLICKHOUSE_URL names, else starts an embedded one; then migrates. */
export async function openClickHouse(
  context: CliContext,
  parts: Parts,
  options: ClickHouseOptions,
): Promise<ClickHouse> {
  const named = context.env['CLICKHOUSE_URL'] !== undefined;
  const opened = named ? external(context, options) : await embedded(parts, options);
  parts.teardown.add('the connection to ClickHouse', () => opened.store.close());
  await migrate(opened.store, context.installation.migrationsDir);
  if (named && options.throwaway) dropAtTheEnd(parts, opened);
  return opened;
}

async function embedded(parts: Parts, options: ClickHouseOptions): Promise<ClickHouse> {
  const server = await startEmbeddedClickHouse({
    dataDir: parts.folder.in('clickhouse'),
    ...(options.httpPort !== undefined && { httpPort: options.httpPort }),
  });
  parts.teardown.add('ClickHouse', () => server.stop());
  const { user, password } = server.admin;
  const lost = server.exited.then(() => {
    throw new Error('ClickHouse ended by itself; is there enough memory and disk space?');
  });
  return connected(
    { url: server.url, user, password, database: 'wherefore' },
    server.analyst,
    lost,
  );
}

function external(context: CliContext, { throwaway }: ClickHouseOptions): ClickHouse {
  const config = loadConfig(ClickHouseConfig, context.env);
  const fresh = throwaway && context.env['CLICKHOUSE_DATABASE'] === undefined;
  const database = fresh ? `wherefore_${process.pid}_${Date.now()}` : config.CLICKHOUSE_DATABASE;
  const never = new Promise<never>(() => undefined);
  return connected(
    {
      url: config.CLICKHOUSE_URL,
      user: config.CLICKHOUSE_USER,
      password: config.CLICKHOUSE_PASSWORD,
      database,
    },
    undefined,
    never,
  );
}

interface Login {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

function connected(login: Login, analyst: ClickHouse['analyst'], lost: Promise<never>): ClickHouse {
  lost.catch(() => undefined);
  return {
    url: login.url,
    database: login.database,
    store: createStore(login),
    analyst,
    lost,
    env: {
      CLICKHOUSE_URL: login.url,
      CLICKHOUSE_USER: login.user,
      CLICKHOUSE_PASSWORD: login.password,
      CLICKHOUSE_DATABASE: login.database,
    },
  };
}

function dropAtTheEnd({ teardown }: Parts, { store, database }: ClickHouse): void {
  if (!/^wherefore_\d+_\d+$/.test(database)) return;
  teardown.add('the throwaway database', () =>
    store.command('DROP DATABASE IF EXISTS {database: Identifier}', { database }),
  );
}
