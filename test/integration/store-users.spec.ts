import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { EventLog, StoreQueryError, type Store } from '#libs/store';

import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { batchOf, rowsBetween } from '../support/log-rows.js';

jest.setTimeout(150_000);

describe('who may do what on the embedded ClickHouse', () => {
  let clickhouse: TestClickHouse;
  let analyst: Store;
  let writer: Store;

  beforeAll(async () => {
    clickhouse = await startTestClickHouse();
    analyst = clickhouse.connect(clickhouse.server.analyst);
    writer = clickhouse.connect(clickhouse.server.writer);
    const log = new EventLog(writer, { monotonicNow: () => performance.now() });
    await log.append(batchOf(rowsBetween(0, 3)));
  });

  afterAll(() => clickhouse.stop());

  it.each([
    'events',
    'dead_letters',
    'visitors',
    'campaigns',
    'verdict_current',
    'verdict_history',
  ])('the analyst may select from %s', async (view) => {
    await expect(analyst.query(`SELECT * FROM ${view} LIMIT 1`)).resolves.toBeDefined();
  });

  it('the analyst sees the events', async () => {
    expect(await analyst.query('SELECT count() AS n, any(client) AS who FROM events')).toEqual([
      { n: 3, who: '203.0.113.7' },
    ]);
  });

  it.each([
    'SELECT * FROM access_events',
    'SELECT count() FROM schema_migrations',
    'SELECT * FROM system.users',
    'SELECT * FROM system.processes',
    'DROP VIEW events',
    'DROP TABLE access_events',
    "INSERT INTO access_events (raw) VALUES ('x')",
    'CREATE TABLE mine (a Int8) ENGINE = Memory',
    'CREATE TEMPORARY TABLE mine (a Int8)',
    'ALTER TABLE access_events DELETE WHERE 1',
    "SELECT * FROM url('http://127.0.0.1:1/', LineAsString)",
    "DESCRIBE url('http://127.0.0.1:1/')",
    "SELECT * FROM file('/etc/hostname', LineAsString)",
    "SELECT * FROM remote('127.0.0.1:1', system.one)",
    'SELECT 1 SETTINGS max_execution_time = 0',
    'SELECT 1 SETTINGS max_memory_usage = 0',
    'SELECT 1 SETTINGS max_result_rows = 1000000000',
    'SELECT 1 SETTINGS readonly = 0',
    'KILL QUERY WHERE 1 SYNC',
    'SYSTEM STOP LISTEN HTTP',
  ])('the analyst may not %s', async (sql) => {
    await expect(analyst.command(sql)).rejects.toThrow(
      /ACCESS_DENIED|READONLY|SETTING_CONSTRAINT_VIOLATION/,
    );
  });

  it('a refusal is permanent and says so', async () => {
    await expect(analyst.query('SELECT * FROM access_events')).rejects.toThrow(StoreQueryError);
  });

  it('the query console works with the analyst: what its page sends is accepted', async () => {
    const { url, analyst: who } = clickhouse.server;
    expect((await fetch(`${url}/play`)).ok).toBe(true);
    const response = await fetch(
      `${url}/?add_http_cors_header=1&user=${who.user}&password=${encodeURIComponent(who.password)}` +
        '&default_format=JSONStringsEachRowWithProgress&enable_http_compression=1&use_query_cache=1' +
        '&enable_reads_from_query_cache=0&enable_writes_to_query_cache=1&query_cache_ttl=600' +
        '&query_cache_nondeterministic_function_handling=save&query_cache_system_table_handling=ignore' +
        `&database=${clickhouse.database}&extremes=1`,
      { method: 'POST', body: 'SELECT count() FROM events' },
    );
    expect(await response.text()).toContain('"3"');
  });

  it('the writer may insert into the database and nothing outside it', async () => {
    await expect(writer.query('SELECT count() FROM access_events')).resolves.toHaveLength(1);
    await expect(writer.command('DROP TABLE access_events')).rejects.toThrow(StoreQueryError);
    await expect(writer.query('SELECT * FROM system.users')).rejects.toThrow(StoreQueryError);
  });
});
