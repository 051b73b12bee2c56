import { describe, expect, it } from '@jest/globals';
import { calibrationError, reliability } from './reliability.js';

const estimates = (probability: number, truths: readonly boolean[]): never[] =>
  truths.map((isTrue) => ({ probability, isTrue })) as never[];

describe(reliability.name, () => {
  it('sorts estimates into ten bins, 1 into the last', () => {
    const bins = reliability([...estimates(0.05, [true, false]), ...estimates(1, [true])]);
    expect(bins[0]).toEqual({ from: 0, to: 0.1, count: 2, stated: 0.05, observed: 0.5 });
    expect(bins[9]).toEqual({ from: 0.9, to: 1, count: 1, stated: 1, observed: 1 });
    expect(bins[4]).toMatchObject({ count: 0, stated: null, observed: null });
  });
});

describe(calibrationError.name, () => {
  it('weighs the distance of each bin by its count', () => {
    const bins = reliability([
      ...estimates(0.25, [true, false, false, false]),
      ...estimates(0.95, [true, true, false, false]),
    ]);
    expect(calibrationError(bins)).toBeCloseTo(0.5 * 0.45, 10);
  });

  it('is zero for perfect certainty and for nothing', () => {
    expect(calibrationError(reliability(estimates(1, [true])))).toBe(0);
    expect(calibrationError(reliability([]))).toBe(0);
  });
});
