import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { StoreSchemaError } from '../store-schema-error.js';

/** One numbered step of the schema. */
export interface MigrationFile {
  readonly number: number;
  /** File name, e.g. `0001_access_events.sql`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file as it is on disk, hexadecimal. */
  readonly checksum: string;
}

const FILE_NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * The `NNNN_name.sql` files of a folder in their order; other names are left alone.
 * @throws StoreSchemaError for a missing or empty folder or two files with one number.
 */
export const readMigrationFiles = async (folder: string): Promise<MigrationFile[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new StoreSchemaError(`no migrations folder ${folder}`, { cause: error });
  });
  const files = await Promise.all(
    names
      .filter((name) => FILE_NAME.test(name))
      .sort()
      .map((name) => readMigrationFile(folder, name)),
  );
  if (files.length === 0) throw new StoreSchemaError(`no migrations in ${folder}`);
  files.forEach((file, index) => {
    if (file.number === files[index - 1]?.number) {
      throw new StoreSchemaError(
        `${String(files[index - 1]?.name)} and ${file.name} have the same number: renumber the newer one`,
      );
    }
  });
  return files;
};

const readMigrationFile = async (folder: string, name: string): Promise<MigrationFile> => {
  const sql = await readFile(join(folder, name), 'utf8');
  return {
    number: Number(name.slice(0, 4)),
    name,
    sql,
    checksum: createHash('sha256').update(sql).digest('hex'),
  };
};
