import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { weights } from './evidence/weights.js';
import { threats } from './threats/threats.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const features = readFileSync(join(import.meta.dirname, 'visitor-features.ts'), 'utf8');

/** Cells of the table row that begins with this text. */
function rowOf(first: string): readonly string[] {
  const row = readme.split('\n').find((line) => line.startsWith('| ') && cells(line)[0] === first);
  return row === undefined ? [] : cells(row);
}

function cells(row: string): readonly string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('README of intent', () => {
  it.each(Object.entries(weights))('explains %s and gives its weight, %d', (code, weight) => {
    const [, given, , meaning] = rowOf(`\`${code}\``);
    expect(given).toBe(String(weight));
    expect(meaning).toBeTruthy();
  });

  it('names no evidence that does not exist', () => {
    const named = [...readme.matchAll(/^\| `([A-Z0-9_]+)` /gm)].map(([, code]) => code);
    expect(named.filter((code) => !(String(code) in weights))).toEqual([]);
  });

  it.each(threats.map(({ id, name, prior }) => [id, name, prior] as const))(
    'explains %s %s and gives its prior, %d',
    (id, name, prior) => {
      expect(rowOf(id).slice(0, 3)).toEqual([id, name, String(prior)]);
      expect(readme).toContain(`**${id} ${name}**`);
    },
  );

  it('explains every feature', () => {
    const names = [...features.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => String(name));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
