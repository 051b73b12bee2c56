import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLineParser, type LineParser, type Source } from '#libs/traffic';
import { EnvelopeFailure } from './envelope-failure.js';
import { unwrap } from './unwrap.js';
import { type UnwrappedItem } from './unwrapped-item.js';

/**
 * Each folder `test/cases/envelope-<kind>` holds one message (`message.txt`, or `message.base64` where it is
 * binary) and one expectation an item in `expected.ndjson`: a part of the event (times as ISO text), or why
 * there is none; perhaps a `source.json`.
 */
const CASES = join(import.meta.dirname, '../../../test/cases');

function messageOf(folder: string): Buffer {
  const encoded = join(folder, 'message.base64');
  return existsSync(encoded)
    ? Buffer.from(readFileSync(encoded, 'utf8'), 'base64')
    : readFileSync(join(folder, 'message.txt'));
}

function sourceOf(folder: string): Source {
  const path = join(folder, 'source.json');
  const settings = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Partial<Source>)
    : {};
  return { name: 'golden', format: 'auto', ...settings };
}

function readItem(item: UnwrappedItem, parse: LineParser, context: { fields: string[] }): object {
  if (item instanceof EnvelopeFailure) return { failure: item.failure };
  const parsed = parse(item, context);
  if (parsed.kind === 'reject') return { failure: parsed.reason };
  const { format, event } = parsed;
  return { format, ...event, eventTime: new Date(event.eventTime).toISOString() };
}

describe.each(readdirSync(CASES).filter((name) => name.startsWith('envelope-')))('%s', (name) => {
  const folder = join(CASES, name);
  const lines = readFileSync(join(folder, 'expected.ndjson'), 'utf8').trimEnd().split('\n');
  const expected = lines.map((line) => JSON.parse(line) as object);
  const parse = createLineParser(sourceOf(folder), (value) => value);
  const context = { fields: [] };
  const found = unwrap(messageOf(folder)).map((item) => readItem(item, parse, context));

  it('has as many items as are expected', () => {
    expect(found).toHaveLength(expected.length);
  });

  it.each(expected.map((expectation, index) => [index + 1, expectation] as const))(
    'item %i',
    (number, expectation) => {
      expect(found[number - 1]).toMatchObject(expectation);
    },
  );
});
