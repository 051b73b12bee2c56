import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scratchTables } from '../snapshot/scratch-tables.js';
import { carriedTables, emptyTables } from './carried-tables.js';

const migrations = join(import.meta.dirname, '../../../../migrations');

/** Tables that the migrations make and do not drop. */
function tablesMade(): string[] {
  const tables = new Set<string>();
  for (const file of readdirSync(migrations).toSorted()) {
    const sql = readFileSync(join(migrations, file), 'utf8');
    const [, made] = /^CREATE TABLE (?:IF NOT EXISTS )?(\w+)/m.exec(sql) ?? [];
    const [, dropped] = /^DROP TABLE (?:IF EXISTS )?(\w+)/m.exec(sql) ?? [];
    if (made !== undefined) tables.add(made);
    if (dropped !== undefined) tables.delete(dropped);
  }
  return [...tables];
}

describe('what a backtest takes over', () => {
  it('says of every table whether it is borrowed, carried, scratch, or empty', () => {
    const known = [
      'access_events',
      ...carriedTables.map(({ table }) => table),
      ...scratchTables,
      ...emptyTables,
    ];
    expect(tablesMade().toSorted()).toEqual(known.toSorted());
  });
});
