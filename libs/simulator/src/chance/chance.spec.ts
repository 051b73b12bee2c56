import { describe, expect, it } from '@jest/globals';
import { arrivals } from './arrivals.js';
import { Random } from './random.js';
import { FLAT_RHYTHM, NEWS_RHYTHM, rhythmAt, SHOP_RHYTHM } from './rhythm.js';
import { Zipf } from './zipf.js';

const MONDAY = Date.UTC(2025, 10, 17);
const HOUR = 3_600_000;

function sorted(values: number[]): number[] {
  return values.sort((a, b) => a - b);
}

describe('Random', () => {
  const random = new Random(1, 'spec');

  it('repeats itself for a seed, a name and an index, and for nothing else', () => {
    const draw = (seed: number, name: string, index: number): string =>
      new Random(seed, name, index).hex(16);
    expect(draw(1, 'a', 2)).toBe(draw(1, 'a', 2));
    expect(new Set([draw(1, 'a', 2), draw(2, 'a', 2), draw(1, 'b', 2), draw(1, 'a', 3)]).size).toBe(
      4,
    );
  });

  it('draws log-normal values around the median, with a long tail', () => {
    const values = sorted(Array.from({ length: 20_000 }, () => random.logNormal(17, 1.1)));
    expect(values[10_000]).toBeCloseTo(17, -0.5);
    expect((values[19_800] ?? 0) / 17).toBeGreaterThan(8);
  });

  it('draws weighted items in proportion', () => {
    const draws = Array.from({ length: 10_000 }, () =>
      random.weighted([
        [3, 'a'],
        [1, 'b'],
      ]),
    );
    expect(draws.filter((item) => item === 'a').length / 10_000).toBeCloseTo(0.75, 1);
  });
});

describe('Zipf', () => {
  it('gives the first rank what its weight says', () => {
    const random = new Random(2, 'zipf');
    const zipf = new Zipf(100, 1);
    const draws = Array.from({ length: 20_000 }, () => zipf.draw(random));
    expect(draws.filter((rank) => rank === 0).length / 20_000).toBeCloseTo(1 / 5.187, 1);
    expect(Math.max(...draws)).toBeLessThan(100);
  });
});

describe('rhythmAt', () => {
  it.each([
    ['shop', SHOP_RHYTHM],
    ['news', NEWS_RHYTHM],
    ['flat', FLAT_RHYTHM],
  ])('%s: has the mean 1 over a week', (_name, rhythm) => {
    const hours = Array.from({ length: 168 }, (_, hour) => rhythmAt(rhythm, MONDAY + hour * HOUR));
    expect(hours.reduce((sum, value) => sum + value, 0) / 168).toBeCloseTo(1, 2);
  });

  it('peaks in the evening at the shop and in the morning on the news site', () => {
    expect(rhythmAt(SHOP_RHYTHM, MONDAY + 20.5 * HOUR)).toBeGreaterThan(1.8);
    expect(rhythmAt(NEWS_RHYTHM, MONDAY + 7.5 * HOUR)).toBeGreaterThan(1.4);
  });
});

describe('arrivals', () => {
  it('come in order, within the span, as many as expected', () => {
    const span = { start: MONDAY, end: MONDAY + 24 * HOUR + 1234 };
    const times = [...arrivals(new Random(3, 'arrivals'), span, () => 100)];
    expect(times).toEqual(sorted([...times]));
    expect(times.every((time) => time >= span.start && time < span.end)).toBe(true);
    expect(Math.abs(times.length - 2400)).toBeLessThan(200);
  });
});
