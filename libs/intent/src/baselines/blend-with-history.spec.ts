import { describe, expect, it } from '@jest/globals';
import { blendWithHistory } from './blend-with-history.js';
import { type CountedBaseline } from './counted-baseline.js';

const payments = (visitors: number, quantiles: readonly number[]): CountedBaseline => ({
  site: 'shop.example',
  feature: 'payments',
  basis: 'dressed',
  visitors,
  quantiles,
});

describe(blendWithHistory.name, () => {
  it('leaves alone what has no past', () => {
    const today = [payments(10, [1, 2, 3])];
    expect(blendWithHistory(today, [])).toEqual(today);
    expect(blendWithHistory(today, [{ ...payments(9, [7, 8, 9]), site: 'other' }])).toEqual(today);
  });

  it('takes the middle of today and of the median week, by visitors', () => {
    const past = [payments(30, [1, 1, 1]), payments(30, [1, 1, 2]), payments(90, [50, 60, 70])];
    const [blended] = blendWithHistory([payments(10, [1, 5, 10])], past);
    expect(blended).toEqual(payments(10, [1, 2, 4]));
  });

  it('follows a sale that brings ten times the visitors', () => {
    const [blended] = blendWithHistory([payments(1_000, [1, 2, 8])], [payments(100, [1, 1, 1])]);
    expect(blended?.quantiles.at(-1)).toBeGreaterThan(7);
  });
});
