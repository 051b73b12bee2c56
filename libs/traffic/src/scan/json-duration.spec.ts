import { describe, expect, it } from '@jest/globals';
import { durationMs } from './json-duration.js';

describe('a duration of a JSON log', () => {
  it.each([
    [0.794682124, 1000, 794.682124],
    ['0.384', 1000, 384],
    ['0.005192s', 1000, 5.192],
    ['1.25ms', 1000, 1.25],
    ['250µs', 1000, 0.25],
    ['750ns', 1, 0.00075],
    [35_731_300, 1e-6, 35.7313],
    [0, 1, 0],
  ])('%j in units of %d ms', (value, unit, milliseconds) => {
    expect(durationMs(value, unit)).toBe(milliseconds);
  });

  it.each(['', '-', 's', '0.01, 0.02', '1 hour', -1, Infinity, null, {}, true])(
    '%j is none',
    (value) => {
      expect(durationMs(value, 1)).toBeNull();
    },
  );
});
