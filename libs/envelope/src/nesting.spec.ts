import { describe, expect, it } from '@jest/globals';
import { createRequestReader } from '#libs/traffic';
import { EnvelopeFailure } from './envelope-failure.js';
import { LINES } from './testing/lines.js';
import { WRAPPERS } from './testing/wrappers.js';
import { unwrap } from './unwrap.js';

const read = createRequestReader({ name: 'specs', format: 'auto' });

function requestsIn(message: Buffer): unknown[] {
  return unwrap(message).map((item) =>
    item instanceof EnvelopeFailure ? item.failure : read(item, { fields: [] }),
  );
}

const wrappers = Object.entries(WRAPPERS);

describe.each(Object.entries(LINES))('%s', (_name, line) => {
  const plain = read(line, { fields: [] });

  it('is read at all', () => {
    expect(plain).toMatchObject({ request: { method: expect.stringMatching(/GET|POST/) } });
  });

  it.each(wrappers)('is the same request in %s', (_wrapper, wrap) => {
    expect(requestsIn(wrap(Buffer.from(line)))).toEqual([plain]);
  });

  it('is the same request in every envelope inside every other', () => {
    const wrong: string[] = [];
    for (const [inner, wrapInner] of wrappers) {
      for (const [outer, wrapOuter] of wrappers) {
        if (!fits(inner, outer)) continue;
        const message = wrapOuter(wrapInner(Buffer.from(line)));
        if (!isSame(requestsIn(message), [plain])) wrong.push(`${inner} in ${outer}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('is the same request in a batch of several', () => {
    const others = Object.values(LINES);
    const batch = [line, ...others, line];
    const expected = batch.map((one) => read(one, { fields: [] }));
    expect(requestsIn(Buffer.from(batch.join('\n')))).toEqual(expected);
    expect(requestsIn(Buffer.from(batch.join('\r\n') + '\r\n'))).toEqual(expected);
    expect(requestsIn(Buffer.from(JSON.stringify(batch)))).toEqual(expected);
  });
});

/**
 * Line ends do not add up; a text of several lines is not the message of a head for one; a deflate stream
 * without head can only be told by what comes out of it.
 */
function fits(inner: string, outer: string): boolean {
  const isLineEnd = (name: string): boolean => name === 'line feed' || name === 'CR LF';
  if (isLineEnd(inner) && isLineEnd(outer)) return false;
  if (inner === 'deflate' && outer === 'deflate') return false;
  return !(/^(?:CRI|syslog)/.test(outer) && inner === 'base64 in lines of 76');
}

function isSame(found: unknown, expected: unknown): boolean {
  return JSON.stringify(found) === JSON.stringify(expected);
}
