import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { lineChunks } from './line-chunks.js';

async function linesOf(chunks: readonly Buffer[]): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of lineChunks(Readable.from(chunks))) lines.push(...some);
  return lines;
}

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)), bytes.length];
  at.sort((one, other) => one - other);
  return at.slice(1).map((end, index) => bytes.subarray(at[index], end));
}

describe('lineChunks', () => {
  it('gives the lines of the text, wherever the stream is cut', async () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/\n/g, ''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.boolean(),
        fc.array(fc.nat(), { maxLength: 6 }),
        async (lines, hasEnd, places) => {
          const text = lines.join('\n') + (hasEnd && lines.length > 0 ? '\n' : '');
          const expected = text.split('\n');
          if (expected.at(-1) === '') expected.pop();
          const chunks = cut(Buffer.from(text), places).filter(({ length }) => length > 0);
          expect(await linesOf(chunks)).toEqual(expected);
        },
      ),
    );
  });

  it('keeps no more than 3 MiB of a line that never ends', async () => {
    const chunk = Buffer.alloc(1_048_576, 'a');
    const chunks = [...Array.from({ length: 40 }, () => chunk), Buffer.from('\nnext\n')];
    const lines = await linesOf(chunks);
    expect(lines.map(({ length }) => length)).toEqual([3 * 1_048_576 + 3, 4]);
  });
});
