import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { actingWeights } from '../evidence/weights/acting-weights.js';
import { contentWeights } from '../evidence/weights/content-weights.js';
import { floodingWeights } from '../evidence/weights/flooding-weights.js';
import { loginWeights } from '../evidence/weights/login-weights.js';
import { payingWeights } from '../evidence/weights/paying-weights.js';
import { scanningWeights } from '../evidence/weights/scanning-weights.js';
import { scrapingWeights } from '../evidence/weights/scraping-weights.js';
import { stockWeights } from '../evidence/weights/stock-weights.js';
import { threats } from './threats.js';

interface Expected {
  readonly stance: string;
  readonly class: string | null;
  readonly because: readonly string[];
}

const root = join(import.meta.dirname, '../../../../test/cases');
const cases = readdirSync(root)
  .filter((name) => name.startsWith('intent-'))
  .map((name) => {
    const text = readFileSync(join(root, name, 'case.json'), 'utf8');
    return { name, expected: (JSON.parse(text) as { expected: Expected }).expected };
  });

const reasons = Object.entries({
  ...actingWeights,
  ...contentWeights,
  ...floodingWeights,
  ...loginWeights,
  ...payingWeights,
  ...scanningWeights,
  ...scrapingWeights,
  ...stockWeights,
});

describe('threats', () => {
  it.each(threats.map(({ id }) => id))('has %s shown by what it is and by what it is not', (id) => {
    const about = cases.filter(({ name }) => name.startsWith(`intent-${id.toLowerCase()}-`));
    const found = cases.filter(({ expected }) => expected.class === id);
    const spared = about.filter(({ expected }) => expected.stance !== 'malicious');
    expect(found.length).toBeGreaterThanOrEqual(2);
    expect(spared.length).toBeGreaterThanOrEqual(2);
  });

  it('has every reason against a visitor shown by a case', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.because));
    const unshown = reasons.filter(([code, weight]) => weight > 0 && !shown.has(code));
    expect(unshown.map(([code]) => code)).toEqual([]);
  });

  it.each(threats.map((threat) => [threat.id, threat] as const))(
    'says of %s what it is, how it shows, what it is not and what no log tells',
    (_id, { definition, signals, confounders, notVisible }) => {
      expect(definition).toMatch(/^[A-Z].{30,}\.$/);
      expect([signals, confounders, notVisible].map(({ length }) => length > 0)).not.toContain(
        false,
      );
    },
  );
});
