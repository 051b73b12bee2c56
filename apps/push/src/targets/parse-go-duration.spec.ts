import { describe, expect, it } from '@jest/globals';
import { parseGoDuration } from './parse-go-duration.js';

describe(parseGoDuration.name, () => {
  it.each([
    ['0s', 0],
    ['59m59.5s', 3_599_500],
    ['3h59m50s', 14_390_000],
    ['250ms', 250],
    ['1µs', 0.001],
    ['-1m0.5s', -60_500],
    ['', NaN],
    ['1d', NaN],
    ['5', NaN],
    ['h1', NaN],
  ])('reads %j as %d ms', (text, milliseconds) => {
    expect(parseGoDuration(text)).toBe(milliseconds);
  });
});
