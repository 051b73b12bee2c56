import { describe, expect, it } from '@jest/globals';
import { fitBetaBinomial, meanOf, upperTail } from './beta-binomial.js';

describe(upperTail.name, () => {
  it('is that of the uniform distribution for Beta(1, 1)', () => {
    expect(upperTail({ bad: 8, all: 9 }, { alpha: 1, beta: 1 })).toBeCloseTo(0.2, 10);
  });

  it('nears the binomial where the ratio hardly varies', () => {
    const steady = { alpha: 5e6, beta: 5e6 };
    expect(upperTail({ bad: 10, all: 10 }, steady)).toBeCloseTo(1 / 1024, 6);
  });

  it('is one for nothing, and nothing for more than all', () => {
    const model = { alpha: 2, beta: 9 };
    expect(upperTail({ bad: 0, all: 5 }, model)).toBe(1);
    expect(upperTail({ bad: 6, all: 5 }, model)).toBe(0);
  });
});

describe(fitBetaBinomial.name, () => {
  const days = Array.from({ length: 20 }, (_, day) => ({ bad: 55 + (day % 10), all: 600 }));

  it('finds the usual ratio', () => {
    expect(meanOf(fitBetaBinomial(days))).toBeCloseTo(0.099, 2);
  });

  it('does not learn from a few days of an attack', () => {
    const attacked = [...days, { bad: 2_060, all: 2_600 }, { bad: 2_050, all: 2_600 }];
    expect(meanOf(fitBetaBinomial(attacked))).toBeCloseTo(meanOf(fitBetaBinomial(days)), 3);
  });

  it('assumes something where nothing is known', () => {
    expect(meanOf(fitBetaBinomial([]))).toBeCloseTo(1 / 11, 10);
  });
});
