import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type LogSums } from './log-sums.js';
import { isWhole, partitionSums } from './partition-sums.js';

const sumsOf = (offsets: readonly number[], topic = 'logs'): LogSums => ({
  topic,
  partition: 0,
  rows: offsets.length,
  accounted: offsets.length,
  offsets: String(offsets.reduce((sum, offset) => sum + BigInt(offset), 0n)),
  first: Math.min(...offsets),
  last: Math.max(...offsets),
});

const between = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);

const isChain = (...days: readonly (readonly number[])[]): boolean =>
  partitionSums(days.map((offsets) => [sumsOf(offsets)])).every(isWhole);

describe('isWhole', () => {
  it('takes a chain over several days for whole, whatever their order and wherever it begins', () => {
    expect(isChain(between(700, 900), between(500, 700))).toBe(true);
    expect(isChain([500, 502], [501])).toBe(true);
  });

  it('sees a batch that is missing, one that is doubled, and both at once', () => {
    const holed = [...between(0, 50), ...between(60, 100)];
    expect(isChain(holed)).toBe(false);
    expect(isChain([...between(0, 100), ...between(50, 60)])).toBe(false);
    expect(isChain([...holed, ...between(20, 30)])).toBe(false);
  });

  it('is exact for great offsets', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 50 }),
        fc.integer({ min: 1, max: 500 }),
        (from, length) => {
          const sums = sumsOf(between(from, from + length));
          expect(isWhole(sums)).toBe(true);
          expect(isWhole({ ...sums, offsets: String(BigInt(sums.offsets) + 1n) })).toBe(false);
        },
      ),
    );
  });
});

describe('partitionSums', () => {
  it('keeps topics apart', () => {
    const days = [[sumsOf([0, 1]), sumsOf([0], 'other')], [sumsOf([2])]];
    expect(partitionSums(days)).toEqual([sumsOf([0, 1, 2]), sumsOf([0], 'other')]);
  });
});
