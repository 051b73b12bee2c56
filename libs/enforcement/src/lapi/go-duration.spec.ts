import { describe, expect, it } from '@jest/globals';
import { goDuration } from './go-duration.js';

describe(goDuration.name, () => {
  it.each([
    [0, '0s'],
    [7, '7ms'],
    [1_500, '1.5s'],
    [59_999, '59.999s'],
    [60_000, '1m0s'],
    [3_600_000, '1h0m0s'],
    [14_390_000, '3h59m50s'],
    [-20_000, '-20s'],
    [-0.4, '0s'],
    [360_000_000, '100h0m0s'],
  ])('writes %i ms as %s', (milliseconds, text) => {
    expect(goDuration(milliseconds)).toBe(text);
  });
});
