import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';

import {
  type ClickHouseClient,
  ClickHouseLogLevel,
  type ClickHouseSettings,
  createClient,
} from '@clickhouse/client';

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

/**
 * ClickHouse over HTTP, one instance per user and database; share it, it keeps a connection pool.
 *
 * Every method throws StoreUnavailableError (retry later), StoreSchemaError or StoreQueryError (do not).
 */
export class Store {
  readonly database: string;
  readonly #client: ClickHouseClient;
  readonly #serverClient: ClickHouseClient;

  constructor({ url, user, password, database, requestTimeoutMs }: StoreConfig) {
    this.database = database;
    const options = {
      url,
      username: user,
      password,
      application: 'wherefore',
      // Errors are thrown and logged once, by who handles them.
      log: { level: ClickHouseLogLevel.OFF },
      request_timeout: requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    };
    this.#client = createClient({ ...options, database });
    this.#serverClient = createClient(options);
  }

  /** Rows of a SELECT as objects; `Row` is the caller's word for what the columns are. */
  async query<Row>(sql: string, parameters: QueryParameters = {}): Promise<Row[]> {
    return this.#guard('query', async () => {
      const result = await this.#client.query({
        query: sql,
        query_params: parameters,
        format: 'JSONEachRow',
        clickhouse_settings: QUERY_SETTINGS,
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
      this.#client.command({
        query: sql,
        query_params: parameters,
        clickhouse_settings: { wait_end_of_query: 1, ...settings },
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
      const { stream } = await this.#client.exec({
        query: `INSERT INTO ${table} (${columns.join(', ')}) FORMAT Native`,
        values: Readable.from(block, { objectMode: false }),
        clickhouse_settings: { ...INSERT_SETTINGS, ...settings },
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
      this.#client.insert({
        table,
        values: [...rows],
        format: 'JSONEachRow',
        clickhouse_settings: {
          ...INSERT_SETTINGS,
          date_time_input_format: 'best_effort',
          max_insert_block_size: String(rows.length + 1),
          ...(token === undefined
            ? {}
            : { insert_deduplicate: 1, insert_deduplication_token: token }),
        },
      }),
    );
  }

  /** Resolves when the server answers this user; whether the database exists is not asked. */
  async ping(): Promise<void> {
    await this.#guard('ping', () => this.#serverClient.command({ query: 'SELECT 1' }));
  }

  /** Makes the database if it is missing; the only statement that runs outside it. */
  async ensureDatabase(onCluster = ''): Promise<void> {
    await this.#guard('create database', () =>
      this.#serverClient.command({
        query: `CREATE DATABASE IF NOT EXISTS {database: Identifier} ${onCluster}`,
        query_params: { database: this.database },
      }),
    );
  }

  async close(): Promise<void> {
    await Promise.all([this.#client.close(), this.#serverClient.close()]);
  }

  async #guard<Result>(action: string, run: () => Promise<Result>): Promise<Result> {
    try {
      return await run();
    } catch (error) {
      throw storeErrorOf(error, action);
    }
  }
}

export const createStore = (config: StoreConfig): Store => new Store(config);
