import { describe, expect, it } from '@jest/globals';
import { wilson } from './wilson.js';

describe(wilson.name, () => {
  // Reference values: R, binom::binom.confint(x, n, methods = "wilson").
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [8, 10, 0.4902, 0.9433],
    [50, 100, 0.4038, 0.5962],
  ])('of %d in %d', (part, whole, low, high) => {
    const interval = wilson(part, whole);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('is none without trials', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});
