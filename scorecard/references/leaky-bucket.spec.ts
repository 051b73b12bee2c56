import { describe, expect, it } from '@jest/globals';
import { LeakyBucket } from './leaky-bucket.js';

const rule = { capacity: 5, leakMs: 10_000 };

function pourAt(times: readonly number[], values: readonly string[] = []): boolean[] {
  const bucket = new LeakyBucket(rule);
  return times.map((time, index) => bucket.pour(time * 1_000, values[index]));
}

describe(LeakyBucket.name, () => {
  it('overflows with the sixth of six at once', () => {
    expect(pourAt([0, 0, 0, 0, 0, 0])).toEqual([false, false, false, false, false, true]);
  });

  it('does not overflow while as much leaks out as comes in', () => {
    expect(pourAt(Array.from({ length: 40 }, (_, index) => index * 10)).includes(true)).toBe(false);
  });

  it('lets one more in for each that has leaked out', () => {
    expect(pourAt([0, 0, 0, 0, 0, 10, 10])).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
      true,
    ]);
  });

  it('counts equal values once, for as long as it lives', () => {
    const values = ['/a', '/a', '/a', '/b', '/c', '/d', '/e', '/f'];
    expect(pourAt([0, 0, 0, 0, 0, 0, 0, 0], values).at(-1)).toBe(true);
    expect(pourAt([0, 0, 0, 0, 0, 0, 0], values.slice(0, 7)).includes(true)).toBe(false);
    const bucket = new LeakyBucket({ capacity: 1, leakMs: 1_000 });
    expect(bucket.pour(0, '/a')).toBe(false);
    expect(bucket.pour(60_000, '/a')).toBe(false);
    expect(bucket.pour(60_000, '/b')).toBe(true);
  });

  it('overflows with every event where it holds none', () => {
    expect(new LeakyBucket({ capacity: 0, leakMs: 0 }).pour(0)).toBe(true);
  });
});
