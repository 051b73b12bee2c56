import { StoreSchemaError } from '../store-schema-error.js';
import { type Store } from '../store.js';
import { type MigrationFile, readMigrationFiles } from './migration-file.js';
import { MigrationLock } from './migration-lock.js';

export interface MigrationReport {
  /** Names of the files this call applied, in order; empty when the schema was up to date. */
  readonly applied: readonly string[];
  /** Number of the newest migration in the database. */
  readonly version: number;
}

export interface MigrateOptions {
  /** Cluster of the `ON CLUSTER` clause; without it the schema is for one node. */
  readonly cluster?: string;
  /** How long to wait for another process that is migrating, milliseconds. */
  readonly lockTimeoutMs?: number;
}

const LOCK_TIMEOUT_MS = 120_000;

const createLedger = `
  CREATE TABLE IF NOT EXISTS schema_migrations {on_cluster}
  (
      number UInt32,
      name String,
      checksum FixedString(64),
      applied_at DateTime64(3, 'UTC') DEFAULT now64(3)
  )
  ENGINE = {replicated}MergeTree
  ORDER BY number
  SETTINGS non_replicated_deduplication_window = 1000`;

const appliedMigrations = `
  SELECT DISTINCT number, name, checksum
  FROM schema_migrations
  ORDER BY number`;

type Applied = Pick<MigrationFile, 'number' | 'name' | 'checksum'>;

/**
 * Brings the database to the schema of `folder`: numbered files, one statement each, forward only. Makes the database if
 * it is missing. Safe when several processes start at once: see {@link MigrationLock}; a crash between a statement and its
 * entry repeats the statement, which therefore has to be idempotent.
 *
 * Macros in the files: `{on_cluster}` becomes `ON CLUSTER <name>` or nothing, `{replicated}` before an engine name becomes
 * `Replicated` or nothing. Checksums are of the file, not of what the macros made of it.
 * @throws StoreSchemaError when an applied file was changed, removed, or a new one was numbered below an applied one.
 */
export const migrate = async (
  store: Store,
  folder: string,
  options: MigrateOptions = {},
): Promise<MigrationReport> => {
  const files = await readMigrationFiles(folder);
  const macros = macrosFor(options.cluster);
  await store.ensureDatabase(macros.on_cluster);
  await store.command(expand(createLedger, macros));

  const lock = new MigrationLock(store);
  if (pending(files, await readApplied(store)).length > 0) {
    await lock.acquire(
      options.lockTimeoutMs ?? LOCK_TIMEOUT_MS,
      macros.on_cluster,
      macros.replicated,
    );
    try {
      return await applyPending(store, files, lock, macros);
    } finally {
      await lock.release();
    }
  }
  return { applied: [], version: files.at(-1)?.number ?? 0 };
};

const applyPending = async (
  store: Store,
  files: readonly MigrationFile[],
  lock: MigrationLock,
  macros: Macros,
): Promise<MigrationReport> => {
  const applied: string[] = [];
  for (const { number, name, checksum, sql } of pending(files, await readApplied(store))) {
    await lock.confirm();
    await store.command(expand(sql, macros));
    await store.insertRows('schema_migrations', [{ number, name, checksum }]);
    applied.push(name);
  }
  return { applied, version: files.at(-1)?.number ?? 0 };
};

const readApplied = (store: Store): Promise<Applied[]> => store.query<Applied>(appliedMigrations);

/** Files still to apply, after checking that the applied ones are still what they were. */
const pending = (files: readonly MigrationFile[], applied: readonly Applied[]): MigrationFile[] => {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  for (const done of applied) {
    const file = byNumber.get(done.number);
    if (file === undefined) {
      throw new StoreSchemaError(
        `the database has migration ${done.name}, which this version lacks: it was migrated by a newer version, run that one`,
      );
    }
    if (file.checksum !== done.checksum) {
      throw new StoreSchemaError(
        `migration ${file.name} was changed after it was applied: restore it and write a new one`,
      );
    }
  }
  const done = new Set(applied.map(({ number }) => number));
  const newest = Math.max(0, ...done);
  const late = files.find(({ number }) => number < newest && !done.has(number));
  if (late !== undefined) {
    throw new StoreSchemaError(
      `migration ${late.name} is numbered below ${newest}, which is applied already: give it a number above`,
    );
  }
  return files.filter(({ number }) => !done.has(number));
};

interface Macros {
  readonly on_cluster: string;
  readonly replicated: '' | 'Replicated';
}

const CLUSTER_NAME = /^[\w-]+$/;

const macrosFor = (cluster: string | undefined): Macros => {
  if (cluster === undefined) return { on_cluster: '', replicated: '' };
  if (!CLUSTER_NAME.test(cluster)) {
    throw new StoreSchemaError('a cluster name may have letters, digits, _ and - only');
  }
  return { on_cluster: `ON CLUSTER '${cluster}'`, replicated: 'Replicated' };
};

const expand = (sql: string, { on_cluster, replicated }: Macros): string =>
  sql.replaceAll('{on_cluster}', on_cluster).replaceAll('{replicated}', replicated);
