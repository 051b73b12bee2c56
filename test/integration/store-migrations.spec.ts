import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { migrate, StoreSchemaError, type Store } from '#libs/store';

import { migrationsDir, startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';

jest.setTimeout(150_000);

interface LockRow {
  readonly term: number;
  readonly act: string;
}

describe('migrate', () => {
  let clickhouse: TestClickHouse;
  let folder: string;
  const folders: string[] = [];
  let store: Store;
  let databases = 0;

  const newFolder = async (): Promise<string> => {
    const made = await mkdtemp(join(tmpdir(), 'wherefore-migrations-'));
    folders.push(made);
    return made;
  };
  const write = (name: string, sql: string): Promise<void> => writeFile(join(folder, name), sql);

  beforeAll(async () => {
    clickhouse = await startTestClickHouse({ migrated: false });
  });

  afterAll(async () => {
    await clickhouse.stop();
    for (const one of folders) await rm(one, { recursive: true, force: true });
  });

  beforeEach(async () => {
    folder = await newFolder();
    databases += 1;
    store = clickhouse.connect({ database: `migrated_${databases}` });
    await write(
      '0001_a.sql',
      'CREATE TABLE IF NOT EXISTS a (n UInt8) ENGINE = {replicated}MergeTree ORDER BY n',
    );
    await write('0002_b.sql', 'ALTER TABLE a {on_cluster} ADD COLUMN IF NOT EXISTS m UInt8');
  });

  it('makes the database, applies every file once, and then has nothing to do', async () => {
    expect(await migrate(store, folder)).toEqual({
      applied: ['0001_a.sql', '0002_b.sql'],
      version: 2,
    });
    expect(await migrate(store, folder)).toEqual({ applied: [], version: 2 });
    await write('0003_c.sql', 'CREATE VIEW IF NOT EXISTS c AS SELECT n, m FROM a');
    expect(await migrate(store, folder)).toEqual({ applied: ['0003_c.sql'], version: 3 });
    expect(await store.query('SELECT * FROM c')).toEqual([]);
  });

  it('applies the schema of this repository', async () => {
    const report = await migrate(store, migrationsDir);
    expect(report.applied).toContain('0001_access_events.sql');
    expect(await store.query('SELECT * FROM events')).toEqual([]);
  });

  it('runs one process at a time when many start at once: no statement runs twice', async () => {
    // Not idempotent on purpose: a second execution would fail the runner or double the row.
    await write('0003_c.sql', 'CREATE TABLE c (n UInt8) ENGINE = MergeTree ORDER BY n');
    await write('0004_d.sql', 'INSERT INTO c SELECT 1 SETTINGS async_insert = 0');
    await write('0005_e.sql', 'CREATE OR REPLACE VIEW d AS SELECT n FROM c');

    const runners = Array.from({ length: 8 }, () =>
      clickhouse.connect({ database: store.database }),
    );
    const reports = await Promise.all(runners.map((runner) => migrate(runner, folder)));

    expect(reports.flatMap(({ applied }) => applied).sort()).toEqual([
      '0001_a.sql',
      '0002_b.sql',
      '0003_c.sql',
      '0004_d.sql',
      '0005_e.sql',
    ]);
    expect(await store.query('SELECT count() AS rows FROM d')).toEqual([{ rows: 1 }]);
    expect(await store.query('SELECT count() AS rows FROM schema_migrations')).toEqual([
      { rows: 5 },
    ]);
    const acts = await store.query<LockRow>(
      'SELECT term, act FROM schema_migration_lock ORDER BY term, act',
    );
    const claims = acts.filter(({ act }) => act === 'claimed').map(({ term }) => term);
    expect(claims).toEqual([...new Set(claims)]);
    expect(acts.filter(({ act }) => act === 'released')).toHaveLength(claims.length);
  });

  it('waits for a process that holds the lock, and takes over when that has died', async () => {
    await migrate(store, folder);
    await write(
      '0003_c.sql',
      'CREATE TABLE IF NOT EXISTS c (n UInt8) ENGINE = MergeTree ORDER BY n',
    );
    await store.insertRows('schema_migration_lock', [
      { term: 2, owner: 'another', act: 'claimed' },
    ]);
    await expect(migrate(store, folder, { lockTimeoutMs: 600 })).rejects.toThrow(
      /another process has been migrating/,
    );
    await store.command(
      'ALTER TABLE schema_migration_lock UPDATE at = at - INTERVAL 1 MINUTE WHERE term = 2 SETTINGS mutations_sync = 1',
    );
    expect((await migrate(store, folder)).applied).toEqual(['0003_c.sql']);
  });

  it('refuses a file that was changed after it was applied', async () => {
    await migrate(store, folder);
    await appendFile(join(folder, '0002_b.sql'), '\n');
    await expect(migrate(store, folder)).rejects.toThrow(StoreSchemaError);
    await expect(migrate(store, folder)).rejects.toThrow(/0002_b\.sql was changed after/);
  });

  it('refuses a database that is ahead, and a file numbered below what is applied', async () => {
    await migrate(store, folder);
    const older = await newFolder();
    await cp(join(folder, '0001_a.sql'), join(older, '0001_a.sql'));
    await expect(migrate(store, older)).rejects.toThrow(/0002_b\.sql, which this version lacks/);
    await write('0000_late.sql', 'SELECT 1');
    await expect(migrate(store, folder)).rejects.toThrow(/0000_late\.sql is numbered below 2/);
  });

  it('refuses two files with one number, and a folder without any', async () => {
    await write('0002_c.sql', 'SELECT 1');
    await expect(migrate(store, folder)).rejects.toThrow(/same number/);
    await expect(migrate(store, join(folder, 'none'))).rejects.toThrow(/no migrations folder/);
  });

  it('stops at a statement that fails and goes on from there', async () => {
    await write('0003_c.sql', 'CREATE TABLE IF NOT EXISTS c (n Nothing123) ENGINE = Memory');
    await expect(migrate(store, folder)).rejects.toThrow(/Nothing123/);
    await write('0003_c.sql', 'CREATE TABLE IF NOT EXISTS c (n UInt8) ENGINE = Memory');
    expect((await migrate(store, folder)).applied).toEqual(['0003_c.sql']);
  });
});
