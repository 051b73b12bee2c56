import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createLineParser } from '#libs/traffic';
import { EnvelopeFailure } from './envelope-failure.js';
import { LINES } from './testing/lines.js';
import { WRAPPERS } from './testing/wrappers.js';
import { unwrap } from './unwrap.js';

const parse = createLineParser({ name: 'fuzz', format: 'auto' }, (value) => value);

/** What must hold for any bytes at all. */
function expectSound(message: Uint8Array): void {
  const items = unwrap(message);
  expect(items.length).toBeGreaterThan(0);
  expect(items.length).toBeLessThanOrEqual(message.length + 1);
  expect(unwrap(message)).toEqual(items);
  for (const item of items) if (!(item instanceof EnvelopeFailure)) parse(item);
}

const wrappers = Object.values(WRAPPERS);
const line = fc.constantFrom(...Object.values(LINES));
const wrapped = fc
  .tuple(line, fc.array(fc.constantFrom(...wrappers), { minLength: 1, maxLength: 3 }))
  .map(([text, around]) =>
    around.reduce<Buffer>((message, wrap) => wrap(message), Buffer.from(text)),
  );

/** A byte changed, put in or taken out, or a part taken out, doubled or put elsewhere. */
const mutated = fc
  .tuple(
    wrapped,
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 }), fc.nat({ max: 4 })), { maxLength: 6 }),
  )
  .map(([message, changes]) => changes.reduce<Buffer>(mutate, message));

function mutate(message: Buffer, [where, byte, kind]: readonly [number, number, number]): Buffer {
  const at = where % (message.length + 1);
  const [head, tail] = [message.subarray(0, at), message.subarray(at)];
  if (kind === 0) return Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
  if (kind === 1) return Buffer.concat([head, Buffer.from([byte]), tail]);
  if (kind === 2) return Buffer.concat([head, tail.subarray(byte % 16)]);
  if (kind === 3) return Buffer.concat([head, tail, tail]);
  return Buffer.concat([tail, head]);
}

describe('unwrap', () => {
  it('takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectSound), { numRuns: 2000 });
  });

  it('takes any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, (value) => {
        expectSound(Buffer.from(value));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes any JSON', () => {
    const keys = fc.constantFrom('log', 'message', 'records', 'data', 'event', 'resourceLogs', 'x');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<unknown>('', 'a b', '{"log":"a"}', 'H4sIAAAAAAAA', 0, null, true),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expectSound(Buffer.from(JSON.stringify(value)));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes damaged envelopes', () => {
    fc.assert(fc.property(mutated, expectSound), { numRuns: 3000 });
  });

  it('loses no line of a text without envelopes', () => {
    const plain = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((text) => `- ${text}`);
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1 }), (lines) => {
        expect(unwrap(Buffer.from(lines.join('\n')))).toEqual(lines);
      }),
    );
  });
});
