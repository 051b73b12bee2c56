import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLogFormats } from '../json-log-formats.js';
import { type JsonRecord } from '../json-record.js';
import { createRequestReader } from '../request-reader.js';

const CASES = join(import.meta.dirname, '../../../../test/cases');

/** Every object of the golden cases: what each format expects, to be spoilt. */
const RECORDS: readonly JsonRecord[] = readdirSync(CASES)
  .filter((name) => name.startsWith('traffic-'))
  .flatMap((name) => readFileSync(join(CASES, name, 'input.log'), 'utf8').split('\n'))
  .flatMap((line) => (line.startsWith('{"') ? parsed(line) : []));

function parsed(line: string): JsonRecord[] {
  try {
    return [JSON.parse(line) as JsonRecord];
  } catch {
    return [];
  }
}

const HOSTILE = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(
    '',
    '-',
    '\u0000',
    '[',
    ':',
    '%',
    '%zz',
    '://',
    ',',
    '1e999',
    '\ud800',
    -1,
    1e308,
  ),
);

/** A record with some of its values, at the top and one below, made into something else. */
function spoil(record: JsonRecord, junk: readonly unknown[], seed: number): JsonRecord {
  const entries = Object.entries(record).map(([key, value], at) => {
    const spoilt = junk[(at + seed) % junk.length];
    if ((at + seed) % 3 === 0) return [key, spoilt] as const;
    const nests = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [key, nests && seed > 0 ? spoil(value as JsonRecord, junk, seed - 1) : value] as const;
  });
  return Object.fromEntries(entries);
}

const SPOILT = fc
  .tuple(fc.constantFrom(...RECORDS), fc.array(HOSTILE, { minLength: 1, maxLength: 5 }), fc.nat(9))
  .map(([record, junk, seed]) => spoil(record, junk, seed));

const CONTEXT = { fields: [] };

describe('hostile JSON objects', () => {
  it('has objects of every producer to spoil', () => {
    expect(RECORDS.length).toBeGreaterThan(40);
  });

  it.each(jsonLogFormats.map(({ name }) => name))('never throw, read as %s', (format) => {
    const read = createRequestReader({ name: 'hostile', format });
    fc.assert(
      fc.property(SPOILT, (record) => {
        const result = read(record, CONTEXT);
        return typeof result === 'string' || Number.isFinite(result.request.eventTime);
      }),
      { numRuns: 300 },
    );
  });

  it('are read the same whatever was read before', () => {
    const veteran = createRequestReader({ name: 'veteran', format: 'auto' });
    fc.assert(
      fc.property(SPOILT, (record) => {
        const fresh = createRequestReader({ name: 'fresh', format: 'auto' });
        expect(veteran(record, CONTEXT)).toEqual(fresh(record, CONTEXT));
      }),
      { numRuns: 500 },
    );
  });

  it('cost no more than their length', () => {
    const read = createRequestReader({ name: 'long', format: 'auto' });
    const keys = Array.from({ length: 20_000 }, (_, at) => [`k_${String(at)}`, 'x'.repeat(20)]);
    const record = Object.fromEntries([...keys, ['time', 1_795_384_800], ['uri', '/'.repeat(1e5)]]);
    const started = performance.now();
    for (let round = 0; round < 5; round++) read(record as JsonRecord, CONTEXT);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
