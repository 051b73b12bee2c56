import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { createLineParser } from './line-parser.js';
import { type ParsedLine } from './parsed-line.js';
import { type Source } from './source.js';

/**
 * Each folder `test/cases/traffic-<behaviour>` holds `input.log`, one expectation a line in
 * `expected.ndjson` (a part of what must come out; times as ISO text), and perhaps `source.json`.
 */
const CASES = join(import.meta.dirname, '../../../test/cases');
const keyedHash = (value: string): string =>
  createHmac('sha256', 'golden cases').update(value).digest('hex');

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').replace(/\n$/, '').split('\n');
}

function sourceOf(folder: string): Source {
  const path = join(folder, 'source.json');
  const settings = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Source>)
    : {};
  return { name: 'golden', format: 'auto', ...settings };
}

/** A rejected line as it is, an event's fields beside its format, its time as text. */
function flat(parsed: ParsedLine): object {
  if (parsed.kind === 'reject') return parsed;
  const { format, event } = parsed;
  return { format, ...event, eventTime: new Date(event.eventTime).toISOString() };
}

describe.each(readdirSync(CASES).filter((name) => name.startsWith('traffic-')))('%s', (name) => {
  const folder = join(CASES, name);
  const expected = linesOf(join(folder, 'expected.ndjson'));
  const input = linesOf(join(folder, 'input.log'));
  const parse = createLineParser(sourceOf(folder), keyedHash);
  const context = { fields: [] };

  it('has one expectation a line', () => {
    expect(expected).toHaveLength(input.length);
  });

  it.each(input.map((line, index) => [index + 1, line, expected[index] ?? '{}'] as const))(
    'line %i',
    (_number, line, expectation) => {
      expect(flat(parse(line, context))).toMatchObject(JSON.parse(expectation) as object);
    },
  );
});
