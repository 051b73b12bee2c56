import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { weights } from './evidence/weights.js';
import { purposes } from './purposes/purposes.js';
import { threats } from './threats/threats.js';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const features = readFileSync(join(import.meta.dirname, 'visitor-features.ts'), 'utf8');

/** The same without line breaks, for sentences. */
const prose = readme.replaceAll(/\s+/g, ' ');

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

  it('explains all twenty-one threats of the handbook', () => {
    const ids = Array.from({ length: 21 }, (_, i) => `OAT-${String(i + 1).padStart(3, '0')}`);
    expect(threats.map(({ id }) => id)).toEqual(ids);
  });

  it.each(threats.map((threat) => [threat.id, threat] as const))(
    'explains %s: its prior, how visible it is, and everything the code says of it',
    (id, { name, prior, visibility, definition, signals, confounders, notVisible }) => {
      expect(rowOf(id).slice(0, 4)).toEqual([id, name, String(prior), visibility]);
      expect(prose).toContain(
        `**${id} ${name}** ${definition} Looked for: ${signals.join('; ')}. ` +
          `Subtracted: ${confounders.join('; ')}. Not visible: ${notVisible.join('; ')}.`,
      );
    },
  );

  it.each(purposes.map(({ id, definition }) => [id, definition] as const))(
    'explains the benign purpose %s',
    (id, definition) => {
      expect(rowOf(`\`${id}\``)[1]).toBe(definition);
    },
  );

  it('explains every level of visitor keys', () => {
    const levels = /type VisitorKeyType =([^;]+);/.exec(features)?.[1] ?? '';
    const names = [...levels.matchAll(/'(\w+)'/g)].map(([, name]) => String(name));
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => rowOf(`\`${name}\``).length === 0)).toEqual([]);
  });

  it('explains every feature', () => {
    const names = [...features.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => String(name));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
