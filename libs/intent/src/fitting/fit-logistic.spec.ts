import { describe, expect, it } from '@jest/globals';
import { type CoefficientPrior } from './coefficient-prior.js';
import { fitLogistic, type Observation } from './fit-logistic.js';

/** Hours of study and whether the exam was passed: the textbook example of D. W. Hosmer's school, as in Wikipedia, "Logistic regression". */
const failed = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5];
const passed = [1.75, 2.25, 2.75, 3.25, 4, 4.25, 4.5, 4.75, 5, 5.5];
const exams: Observation[] = [
  ...failed.map((hours) => ({ values: [1, hours], isTrue: false })),
  ...passed.map((hours) => ({ values: [1, hours], isTrue: true })),
];
const vague: CoefficientPrior = { mean: 0, deviation: 1e6, sign: 0 };

describe(fitLogistic.name, () => {
  it('gives the maximum-likelihood answer of the textbook under vague priors', () => {
    const [intercept, hours] = fitLogistic(exams, [vague, vague]);
    expect(intercept?.value).toBeCloseTo(-4.0777, 4);
    expect(hours?.value).toBeCloseTo(1.5046, 4);
    expect(intercept?.standardError).toBeCloseTo(1.761, 3);
    expect(hours?.standardError).toBeCloseTo(0.6287, 4);
  });

  it('is drawn to its priors: figures of an independent implementation (numpy)', () => {
    const [intercept, hours] = fitLogistic(exams, [
      { mean: 0, deviation: 1, sign: 0 },
      { mean: 0.5, deviation: 0.5, sign: 0 },
    ]);
    expect(intercept?.value).toBeCloseTo(-1.38621, 5);
    expect(hours?.value).toBeCloseTo(0.62127, 5);
    expect(hours?.standardError).toBeCloseTo(0.245786, 5);
  });

  it('leaves everything as assumed without data', () => {
    const [weight] = fitLogistic([], [{ mean: 2.2, deviation: 1, sign: 1 }]);
    expect(weight).toEqual({ value: 2.2, standardError: 1 });
  });

  it('stops at zero where the data want the sign that is not allowed', () => {
    const [, hours] = fitLogistic(exams, [
      { mean: 0, deviation: 3, sign: 0 },
      { mean: -1, deviation: 3, sign: -1 },
    ]);
    expect(hours).toEqual({ value: 0, standardError: 0 });
  });

  it('stops at the furthest that is allowed', () => {
    const [, hours] = fitLogistic(exams, [
      { mean: 0, deviation: 30, sign: 0 },
      { mean: 0.1, deviation: 30, sign: 1, most: 0.2 },
    ]);
    expect(hours).toEqual({ value: 0.2, standardError: 0 });
  });

  it('has an answer for data that a line separates', () => {
    const separated = [1, 2, 3, 7, 8, 9].map((x) => ({ values: [1, x - 5], isTrue: x > 5 }));
    const [, slope] = fitLogistic(separated, [
      { mean: 0, deviation: 1, sign: 0 },
      { mean: 0, deviation: 1, sign: 0 },
    ]);
    expect(slope?.value).toBeGreaterThan(0.5);
    expect(slope?.value).toBeLessThan(5);
  });

  it('counts an observation as often as its importance says', () => {
    const twice = exams.flatMap((one) => [one, one]);
    const heavy = exams.map((one) => ({ ...one, importance: 2 }));
    const prior = { mean: 0, deviation: 1, sign: 0 } as const;
    const [a, b] = [fitLogistic(twice, [prior, prior]), fitLogistic(heavy, [prior, prior])];
    expect(a[1]?.value).toBeCloseTo(b[1]?.value ?? 0, 8);
  });
});
