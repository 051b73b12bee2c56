import { describe, expect, it } from '@jest/globals';
import { bootstrap } from './bootstrap.js';
import { type Answer, countAnswers, f1 } from './counts.js';
import { seededRandom } from './seeded-random.js';

const answers = (size: number, isBad: boolean, isFlagged: boolean): Answer[] =>
  Array.from({ length: size }, () => ({ isBad, isFlagged }));
const mixed = [
  ...answers(40, true, true),
  ...answers(10, true, false),
  ...answers(5, false, true),
  ...answers(45, false, false),
];

describe(f1.name, () => {
  it('is the harmonic mean of precision and recall', () => {
    const precision = 40 / 45;
    const recall = 40 / 50;
    expect(f1(countAnswers(mixed))).toBeCloseTo((2 * precision * recall) / (precision + recall));
  });

  it('is not defined where nothing is bad and nothing was flagged', () => {
    expect(f1(countAnswers(answers(3, false, false)))).toBeNull();
  });
});

describe(bootstrap.name, () => {
  it('encloses the figure, is narrower with more visitors, and the same for the same seed', () => {
    const interval = bootstrap(mixed, f1, seededRandom(1));
    const wider = bootstrap(
      mixed.filter((_, index) => index % 5 === 0),
      f1,
      seededRandom(1),
    );
    const value = f1(countAnswers(mixed)) ?? 0;
    expect(interval?.low).toBeLessThan(value);
    expect(interval?.high).toBeGreaterThan(value);
    const width = (one: typeof interval): number => (one?.high ?? 0) - (one?.low ?? 0);
    expect(width(wider)).toBeGreaterThan(width(interval));
    expect(bootstrap(mixed, f1, seededRandom(1))).toEqual(interval);
  });

  it('agrees with the binomial for a share', () => {
    const recall = (counts: ReturnType<typeof countAnswers>): number | null =>
      counts.truePositives / (counts.truePositives + counts.falseNegatives);
    const interval = bootstrap(
      answers(400, true, true).concat(answers(100, true, false)),
      recall,
      seededRandom(2),
    );
    // 0.8 ± 1.96 √(0.8 · 0.2 / 500)
    expect(interval?.low).toBeCloseTo(0.765, 1);
    expect(interval?.high).toBeCloseTo(0.835, 1);
  });

  it('is none where the figure is never defined', () => {
    expect(bootstrap([], f1, seededRandom(1))).toBeNull();
  });
});
