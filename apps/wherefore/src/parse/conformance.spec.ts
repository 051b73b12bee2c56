import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatsOfCase } from './case-formats.js';
import { type ConformanceCase, parseCase } from './conformance-case.js';
import { readCase } from './read-case.js';

const FOLDER = join(import.meta.dirname, '../../../../../shared/formats');

/** All cases there are; none where the folder is absent. */
function allCases(): ConformanceCase[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .map((name) => join(FOLDER, name, 'cases.jsonl'))
    .filter((path) => existsSync(path))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n').filter(Boolean).map(parseCase));
}

const cases = allCases();
const suite = cases.length === 0 ? describe.skip : describe;

suite('real lines (skipped where ../shared/formats is absent)', () => {
  it('are guessed to be of their own format, 95 of 100 at least', () => {
    const wrong = cases.filter((one) => {
      const reading = readCase(one, 'auto');
      if ('error' in reading) return one.quality !== 'primary-negative';
      return !formatsOfCase(one.format).includes(reading.format);
    });
    expect(wrong.length / cases.length).toBeLessThanOrEqual(0.05);
  });
});
