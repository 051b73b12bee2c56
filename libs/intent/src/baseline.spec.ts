import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Baseline, quantileOf, rankOf } from './baseline.js';

const pages: Baseline = {
  site: '',
  feature: 'distinctPages',
  visitors: 100,
  quantiles: [1, 2, 4, 8, 15, 22, 40, 60, 70],
};

describe(rankOf.name, () => {
  it('is the share of visitors with no more', () => {
    expect(rankOf(pages, 0)).toBe(0);
    expect(rankOf(pages, 4)).toBe(0.5);
    expect(rankOf(pages, 6)).toBeCloseTo(0.625, 6);
    expect(rankOf(pages, 1_000)).toBe(1);
  });

  it('never falls as the value rises', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.nat(100), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(rankOf(pages, low)).toBeLessThanOrEqual(rankOf(pages, high));
      }),
    );
  });
});

describe(quantileOf.name, () => {
  it('reads the quantile at a level', () => {
    expect(quantileOf(pages, 0.9)).toBe(15);
  });
});
