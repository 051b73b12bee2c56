import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { scratchTables } from './scratch-tables.js';

const source = join(import.meta.dirname, '..');

describe('scratch tables', () => {
  it('are all that a cycle empties: counting one again must not empty another’s', () => {
    const emptied = readdirSync(join(source, 'queries'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => [
        ...readFileSync(join(source, 'queries', path), 'utf8').matchAll(/TRUNCATE TABLE (\w+)/g),
      ])
      .map(([, table]) => String(table));
    expect(emptied.length).toBeGreaterThan(0);
    expect([...new Set(emptied)].toSorted()).toEqual(scratchTables.toSorted());
  });
});
