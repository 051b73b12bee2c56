import { median } from './median.js';

/** What is ordinary for one hour: the expected count, and how far counts stray from it (one standard deviation). */
interface HourlyExpectation {
  readonly mean: number;
  readonly spread: number;
}

/** What is ordinary of a count, hour by hour and day by day. */
export interface SeasonalBaseline {
  /** Hours are counted from the first of the history; those after its end are forecasts. */
  hour(index: number): HourlyExpectation;
  /** The 24 hours up to, but not including, `index`. */
  day(index: number): HourlyExpectation;
}

const DAY = 24;
const WEEK_DAYS = 7;
/** Weeks of evidence that the assumption "this weekday is like any other" is worth. Assumption. */
const WEEKDAY_PRIOR = 2;
/** Largest values of an hour of the day that are left out of its mean: a fifth. */
const TRIMMED = 0.2;
/** Part of the expected count that any count may stray by, however large. Assumption. */
const RELATIVE_SPREAD = 0.1;
const MAD_TO_SIGMA = 1.4826;
/** Median of the chi-square distribution with one degree of freedom. */
const MEDIAN_CHI_SQUARE = 0.4549;

/**
 * A robust seasonal baseline of hourly counts: the median day, times a factor for the day of the week that
 * shrinks to one while few weeks are known, times the share of the hour of the day. Medians and trimmed
 * means keep an attack that fills less than a fifth of the history from becoming ordinary. Days are counted
 * back from the end of the history. The spread joins chance (with the overdispersion seen), ten percent of
 * the mean, and for days the median absolute deviation seen.
 *
 * Needs whole days: hours before the first whole one are left out.
 */
export function seasonalBaseline(history: readonly number[]): SeasonalBaseline {
  const days = Math.floor(history.length / DAY);
  const first = history.length - days * DAY;
  const totals = Array.from({ length: days }, (_, day) => total(history, first + day * DAY));
  const level = median(totals);
  const weekday = weekdayFactors(totals, level);
  const shares = hourShares(history, first, days);
  const dayMean = (day: number): number => level * (weekday[mod(day, WEEK_DAYS)] ?? 1);
  const hourMean = (index: number): number => {
    const offset = index - first;
    return dayMean(Math.floor(offset / DAY)) * (shares[mod(offset, DAY)] ?? 1 / DAY);
  };
  const dispersion = overdispersion(history.slice(first), (i) => hourMean(first + i));
  const stray = MAD_TO_SIGMA * median(totals.map((sum, day) => Math.abs(sum - dayMean(day))));
  return {
    hour: (index) => expectation(hourMean(index), dispersion, 0),
    day: (index) => {
      const hours = Array.from({ length: DAY }, (_, back) => hourMean(index - 1 - back));
      return expectation(
        hours.reduce((sum, mean) => sum + mean, 0),
        dispersion,
        stray,
      );
    },
  };
}

function expectation(mean: number, dispersion: number, stray: number): HourlyExpectation {
  const chance = Math.sqrt(dispersion * mean + (RELATIVE_SPREAD * mean) ** 2 + 0.5);
  return { mean, spread: Math.max(chance, stray) };
}

function total(history: readonly number[], from: number): number {
  return history.slice(from, from + DAY).reduce((sum, count) => sum + count, 0);
}

/** By position in the week; position 0 is the day that began the history's first whole day. */
function weekdayFactors(totals: readonly number[], level: number): readonly number[] {
  return Array.from({ length: WEEK_DAYS }, (_, weekday) => {
    const same = totals.filter((_, day) => day % WEEK_DAYS === weekday);
    const factor = level === 0 ? 1 : median(same) / level;
    return (same.length * factor + WEEKDAY_PRIOR) / (same.length + WEEKDAY_PRIOR);
  });
}

/** How a day's count is spread over its hours, adding up to one; one event a day is spread evenly before any is seen. */
function hourShares(history: readonly number[], first: number, days: number): readonly number[] {
  const means = Array.from({ length: DAY }, (_, hour) => {
    const values = Array.from({ length: days }, (_, day) => history[first + day * DAY + hour] ?? 0);
    const kept = values
      .toSorted((a, b) => a - b)
      .slice(0, Math.max(1, Math.ceil(days * (1 - TRIMMED))));
    return kept.reduce((sum, count) => sum + count, 0) / kept.length + 1 / DAY;
  });
  const sum = means.reduce((all, mean) => all + mean, 0);
  return means.map((mean) => mean / sum);
}

/** How much more counts vary than chance would have it: median of the squared residuals over the mean, at least one. */
function overdispersion(counts: readonly number[], meanAt: (index: number) => number): number {
  const squares = counts.flatMap((count, i) => {
    const mean = meanAt(i);
    return mean > 0.5 ? [(count - mean) ** 2 / mean] : [];
  });
  return Math.max(1, median(squares) / MEDIAN_CHI_SQUARE);
}

function mod(value: number, modulus: number): number {
  return ((value % modulus) + modulus) % modulus;
}
