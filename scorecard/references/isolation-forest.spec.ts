import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../metrics/seeded-random.js';
import { averagePathLength, IsolationForest } from './isolation-forest.js';

describe(averagePathLength.name, () => {
  // Equation 1: c(n) = 2 H(n − 1) − 2 (n − 1) / n, with H(i) ≈ ln(i) + 0.5772156649.
  it.each([
    [1, 0],
    [2, 1],
    [256, 10.2447709201],
  ])('of %d', (size, expected) => {
    expect(averagePathLength(size)).toBeCloseTo(expected, 9);
  });

  it('follows the exact harmonic numbers closely', () => {
    const harmonic = Array.from({ length: 255 }, (_, index) => 1 / (index + 1)).reduce(
      (a, b) => a + b,
    );
    expect(averagePathLength(256)).toBeCloseTo(2 * harmonic - (2 * 255) / 256, 2);
  });
});

describe(IsolationForest.name, () => {
  const random = seededRandom(7);
  const crowd = Array.from({ length: 400 }, () => [random(), random()]);

  it('gives what stands apart a high score, and the crowd one below one half', () => {
    const forest = new IsolationForest([...crowd, [8, 8]], seededRandom(1));
    expect(forest.score([8, 8])).toBeGreaterThan(0.7);
    expect(forest.score([0.5, 0.5])).toBeLessThan(0.5);
  });

  it('scores the same for the same seed, and otherwise for another', () => {
    const scored = (seed: number): number =>
      new IsolationForest(crowd, seededRandom(seed)).score([0.2, 0.9]);
    expect(scored(3)).toBe(scored(3));
    expect(scored(3)).not.toBe(scored(4));
  });

  it('gives all of equal rows one score, one half where no search is needed', () => {
    const forest = new IsolationForest([[1], [1], [1]], seededRandom(1));
    expect(forest.score([1])).toBe(forest.score([5]));
    expect(forest.score([1])).toBeCloseTo(0.5, 10);
  });
});
