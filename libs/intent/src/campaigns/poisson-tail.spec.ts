import { describe, expect, it } from '@jest/globals';
import { poissonTail } from './poisson-tail.js';

describe(poissonTail.name, () => {
  it('is certain of none or more', () => {
    expect(poissonTail(0, 2)).toBe(1);
  });

  it.each([
    // From tables of the Poisson distribution: 1 − F(observed − 1).
    [1, 1, 0.632121],
    [3, 1, 0.080301],
    [4, 0.2, 5.684e-5],
    [20, 10, 0.003454],
  ])('says how likely %d or more are where %d are expected', (observed, expected, tail) => {
    expect(poissonTail(observed, expected)).toBeCloseTo(tail, 6);
  });

  it('keeps its digits far out in the tail', () => {
    // e^-1 / 30! · (1 + 1/31 + 1/(31·32) + …)
    expect(poissonTail(30, 1) / 1.4333e-33).toBeCloseTo(1, 2);
  });
});
