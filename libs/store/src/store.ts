import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
  SettingsMap,
} from '@clickhouse/client';
import { randomUUID } from 'node:crypto';

import { type LogSnapshot } from './snapshot/log-snapshot.js';
import { seenFilter } from './snapshot/seen-filter.js';
import { storeErrorOf } from './store-error-of.js';

/** Where ClickHouse is and who asks. */
export interface StoreConfig {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** Milliseconds until a request counts as lost; default 60,000. */
  readonly requestTimeoutMs?: number;
}

/** Values for the `{name: Type}` parameters of a statement, bound by ClickHouse, never spliced into SQL. */
export type QueryParameters = Readonly<Record<string, unknown>>;

/** 64-bit integers as JSON numbers, exact up to 2^53: offsets and counts stay far below. */
const QUERY_SETTINGS: ClickHouseSettings = { output_format_json_quote_64bit_integers: 0 };

/** `async_insert` is on by default since 26.x and may answer before the rows are stored as one block. */
const INSERT_SETTINGS: ClickHouseSettings = {
  async_insert: 0,
  input_format_parallel_parsing: 0,
  max_insert_threads: '1',
};

const REQUEST_TIMEOUT_MS = 60_000;

/** What a store adds to each of its statements. */
interface Scope {
  /** What every read of the event log keeps to: conditions in SQL. */
  readonly seen: readonly string[];
  /** Statements of a session go one at a time. */
  readonly session: { readonly id: string; last: Promise<unknown> } | null;
}

interface Clients {
  readonly ofDatabase: ClickHouseClient;
  readonly ofServer: ClickHouseClient;
}

/**
 * ClickHouse over HTTP, one instance per user and database; share it, it keeps a connection pool. `seeing` and
 * `inSession` give others over the same connections; `close` of any of them closes all.
 *
 * Every method throws StoreUnavailableError (retry later), StoreSchemaError or StoreQueryError (do not).
 */
export class Store {
  readonly database: string;
  readonly #clients: Clients;
  readonly #scope: Scope;

  constructor(database: string, clients: Clients, scope: Scope = EVERYTHING) {
    this.database = database;
    this.#clients = clients;
    this.#scope = scope;
  }

  /**
   * The same, but the event log ends where the snapshot ends: whatever reads it, by whichever view, counts the
   * same lines each time, however many arrive meanwhile.
   */
  seeing(snapshot: LogSnapshot): Store {
    return this.keepingTo(seenFilter(snapshot));
  }

  /**
   * The same, but the event log has no rows besides those of which this condition holds. It is a constant of the code and of numbers,
   * over the columns of `access_events`, which names other tables with their database.
   */
  keepingTo(condition: string): Store {
    const seen = [...this.#scope.seen, condition];
    return new Store(this.database, this.#clients, { ...this.#scope, seen });
  }

  /** What every read of the event log keeps to, in SQL; empty where it sees everything. */
  get seen(): readonly string[] {
    return this.#scope.seen;
  }

  /**
   * The same in a session of its own: temporary tables made in it are seen by nobody else, hide a table of
   * their name, and are gone a minute after its last statement.
   */
  inSession(): Store {
    const session = { id: randomUUID(), last: Promise.resolve() };
    return new Store(this.database, this.#clients, { ...this.#scope, session });
  }

  /** Rows of a SELECT as objects; `Row` is the caller's word for what the columns are. */
  async query<Row>(sql: string, parameters: QueryParameters = {}): Promise<Row[]> {
    return this.#guard('query', async () => {
      const result = await this.#clients.ofDatabase.query({
        query: sql,
        query_params: parameters,
        format: 'JSONEachRow',
        ...this.#scoped(QUERY_SETTINGS),
      });
      return result.json<Row>();
    });
  }

  /** One statement without a result, such as DDL; returns when it is done. */
  async command(
    sql: string,
    parameters: QueryParameters = {},
    settings: ClickHouseSettings = {},
  ): Promise<void> {
    await this.#guard('command', () =>
      this.#clients.ofDatabase.command({
        query: sql,
        query_params: parameters,
        ...this.#scoped({ wait_end_of_query: 1, ...settings }),
      }),
    );
  }

  /** One block in the Native format, the fast way in. Table and columns are constants of the code, not input. */
  async insertNative(
    table: string,
    columns: readonly [string, ...string[]],
    block: readonly Uint8Array[],
    settings: ClickHouseSettings = {},
  ): Promise<void> {
    await this.#guard(`insert into ${table}`, async () => {
      const { stream } = await this.#clients.ofDatabase.exec({
        query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT Native`,
        values: Readable.from(block, { objectMode: false }),
        ...this.#scoped({ ...INSERT_SETTINGS, ...settings }),
      });
      await finished(stream.resume());
    });
  }

  /**
   * Objects as rows, in one block. With `token` the table's deduplication window makes a second insert with the same
   * token a no-op: needs `non_replicated_deduplication_window` on the table.
   */
  async insertRows(table: string, rows: readonly object[], token?: string): Promise<void> {
    if (rows.length === 0) return;
    await this.#guard(`insert into ${table}`, () =>
      this.#clients.ofDatabase.insert({
        table,
        values: [...rows],
        format: 'JSONEachRow',
        ...this.#scoped({
          ...INSERT_SETTINGS,
          date_time_input_format: 'best_effort',
          max_insert_block_size: String(rows.length + 1),
          ...(token === undefined
            ? {}
            : { insert_deduplicate: 1, insert_deduplication_token: token }),
        }),
      }),
    );
  }

  /** Resolves when the server answers this user; whether the database exists is not asked. */
  async ping(): Promise<void> {
    await this.#guard('ping', () => this.#clients.ofServer.command({ query: 'SELECT 1' }));
  }

  /** Makes the database if it is missing; the only statement that runs outside it. */
  async ensureDatabase(onCluster = ''): Promise<void> {
    await this.#guard('create database', () =>
      this.#clients.ofServer.command({
        query: `CREATE DATABASE IF NOT EXISTS {database: Identifier} ${onCluster}`,
        query_params: { database: this.database },
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.#clients.ofDatabase.close(), this.#clients.ofServer.close()]);
  }

  #scoped(settings: ClickHouseSettings): {
    readonly clickhouse_settings: ClickHouseSettings;
    readonly session_id?: string;
  } {
    const { session, seen } = this.#scope;
    const clickhouse_settings = { ...settings, ...logFilter(this.database, seen) };
    return session === null
      ? { clickhouse_settings }
      : { clickhouse_settings, session_id: session.id };
  }

  async #guard<Result>(action: string, run: () => Promise<Result>): Promise<Result> {
    try {
      return await this.#inTurn(run);
    } catch (error) {
      throw storeErrorOf(error, action);
    }
  }

  #inTurn<Result>(run: () => Promise<Result>): Promise<Result> {
    const { session } = this.#scope;
    if (session === null) return run();
    const turn = session.last.then(run, run);
    session.last = turn;
    return turn;
  }
}

const EVERYTHING: Scope = { seen: [], session: null };

/** ClickHouse takes the conditions as texts in the text of a map. */
function logFilter(database: string, seen: readonly string[]): ClickHouseSettings {
  if (seen.length === 0) return {};
  const condition = seen.join(' AND ').replace(/['\\]/g, String.raw`\$&`);
  return {
    additional_table_filters: SettingsMap.from({ [`${database}.access_events`]: condition }),
  };
}

function connect({ url, user, password, database, requestTimeoutMs }: StoreConfig): Clients {
  const options = {
    url,
    username: user,
    password,
    application: 'wherefore',
    // Errors are thrown and logged once, by who handles them.
    log: { level: ClickHouseLogLevel.OFF },
    request_timeout: requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
  };
  return { ofDatabase: createClient({ ...options, database }), ofServer: createClient(options) };
}

export const createStore = (config: StoreConfig): Store =>
  new Store(config.database, connect(config));
