import { describe, expect, it } from '@jest/globals';
import { randomBinomial, randomLcg, randomNormal, randomPoisson } from 'd3-random';
import { findExcess } from './find-excess.js';
import { type TrafficSeries } from './traffic-series.js';

const HOUR = 3_600_000;
const DAY = 24;
const DAYS = 35;
const START = Date.UTC(2025, 0, 6);

/** What the traffic of one place is like; every property test draws others. */
interface Place {
  readonly visitors: number;
  readonly actingShare: number;
  readonly badShare: number;
  /** Standard deviation of the log of the day's size. */
  readonly moodiness: number;
}

/** Visitors by hour: day and night, weekends, days of different size, now and then a sale of three times as many. */
function cleanTraffic(
  seed: number,
  place: Place,
  badShareAt: (hour: number) => number = () => 1,
): TrafficSeries {
  const source = randomLcg(seed / 1000 + 0.0137);
  const mood = randomNormal.source(source)(0, place.moodiness);
  const visitors: number[] = [];
  const actors: number[] = [];
  const bad: number[] = [];
  for (let day = 0; day < DAYS; day += 1) {
    const sale = source() < 0.03 ? 3 : 1;
    const size = place.visitors * Math.exp(mood()) * sale * (day % 7 >= 5 ? 0.6 : 1);
    const share = Math.min(0.9, place.actingShare * Math.exp(mood() / 2));
    const failing = Math.min(0.9, place.badShare * Math.exp(mood() / 2));
    for (let hour = 0; hour < 24; hour += 1) {
      const shape = (1 + Math.cos(((hour - 15) / 12) * Math.PI) + 0.1) / 26.4;
      const here = randomPoisson.source(source)(size * shape)();
      const acting = randomBinomial.source(source)(here, share)();
      visitors.push(here);
      actors.push(acting);
      const chance = Math.min(1, failing * badShareAt(day * 24 + hour));
      bad.push(randomBinomial.source(source)(acting, chance)());
    }
  }
  return { site: 'shop.example', kind: 'login', from: START, actors, bad, visitors };
}

function until(series: TrafficSeries, hour: number): TrafficSeries {
  const first = Math.max(0, hour - 28 * 24);
  const cut = (counts: readonly number[]): readonly number[] => counts.slice(first, hour);
  return {
    ...series,
    from: series.from + first * HOUR,
    actors: cut(series.actors),
    bad: cut(series.bad),
    visitors: cut(series.visitors),
  };
}

/** Every second hour of the fifth week. */
const evaluations = Array.from({ length: 84 }, (_, i) => 28 * DAY + 2 * (i + 1));

function placeOf(seed: number): Place {
  const source = randomLcg(seed / 777 + 0.001);
  return {
    visitors: 10 ** (2 + 2.5 * source()),
    actingShare: 0.02 + 0.4 * source(),
    badShare: 0.03 + 0.3 * source(),
    moodiness: 0.05 + 0.2 * source(),
  };
}

/** `perDay` more addresses that fail once a day each, spread evenly, from `hour` on. */
function attacked(series: TrafficSeries, hour: number, perDay: number): TrafficSeries {
  const source = randomLcg(0.77);
  const attempts = series.actors.map((_, i) =>
    i < hour ? 0 : randomPoisson.source(source)(perDay / 24)(),
  );
  const more = (counts: readonly number[]): readonly number[] =>
    counts.map((count, i) => count + (attempts[i] ?? 0));
  return {
    ...series,
    actors: more(series.actors),
    bad: more(series.bad),
    visitors: more(series.visitors),
  };
}

/** Hours from the first attempt until the aggregate stands out; Infinity if it does not within a day. */
function hoursToDetection(seed: number, perDay: number, shop: Place): number {
  const begin = 30 * DAY;
  const series = attacked(cleanTraffic(seed, shop), begin, perDay);
  for (let hour = 1; hour <= DAY; hour += 1)
    if (findExcess(until(series, begin + hour)).some(({ measure }) => measure === 'bad'))
      return hour;
  return Infinity;
}

const shop: Place = { visitors: 3_000, actingShare: 0.2, badShare: 0.1, moodiness: 0.1 };

describe(findExcess.name, () => {
  it('raises less than one false alarm a month of clean traffic for an estate of fifty series', () => {
    const weeks = 200;
    const alarmed = Array.from({ length: weeks }, (_, seed) => seed + 1).filter((seed) => {
      const series = cleanTraffic(seed, placeOf(seed));
      return evaluations.some((hour) => findExcess(until(series, hour)).length > 0);
    });
    console.info(`${alarmed.length} of ${weeks} clean weeks of a series raised an alarm`);
    expect(alarmed.length).toBeLessThanOrEqual(1);
  }, 120_000);

  it.each([2_000, 300])('finds %d sources with one attempt a day within a day', (perDay) => {
    const hours = [1, 2, 3, 4, 5].map((seed) => hoursToDetection(seed, perDay, shop));
    console.info(`${perDay} sources a day: found after ${hours.join(', ')} hours`);
    expect(Math.max(...hours)).toBeLessThanOrEqual(DAY);
  });

  it('tells when it began, to a few hours', () => {
    const series = attacked(cleanTraffic(3, shop), 30 * DAY, 2_000);
    const [excess] = findExcess(until(series, 31 * DAY));
    expect(Math.abs(Number(excess?.start) - (START + 30 * DAY * HOUR))).toBeLessThanOrEqual(
      3 * HOUR,
    );
    expect(excess?.observed).toBeGreaterThan(1_800);
    expect(excess?.expected).toBeLessThan(120);
  });

  it('does not take a sale for an attack: more come, and no larger share of them fails', () => {
    const sale = cleanTraffic(5, shop);
    const thrice = (counts: readonly number[]): readonly number[] =>
      counts.map((count, i) => (i >= 30 * DAY ? 3 * count : count));
    const rush = {
      ...sale,
      actors: thrice(sale.actors),
      bad: thrice(sale.bad),
      visitors: thrice(sale.visitors),
    };
    expect(findExcess(until(rush, 31 * DAY))).toEqual([]);
  });

  it('says of an outage that nobody new came', () => {
    const outage = cleanTraffic(7, shop, (hour) => (hour >= 30 * DAY ? 7 : 1));
    const [excess] = findExcess(until(outage, 31 * DAY));
    expect(excess?.measure).toBe('bad');
    expect(excess?.moreActors).toBeLessThan(0.4 * Number(excess?.observed));
  });

  it('does not grow used to an attack that it knows', () => {
    const series = attacked(cleanTraffic(9, shop), 8 * DAY, 2_000);
    const acting = START + 8 * DAY * HOUR;
    const measures = findExcess(until(series, 30 * DAY), acting).map(({ measure }) => measure);
    expect(measures).toContain('bad');
  });

  it('says nothing before three days are known', () => {
    const series = attacked(cleanTraffic(11, shop), 2 * DAY, 2_000);
    expect(findExcess(until(series, 3 * DAY))).toEqual([]);
  });
});
