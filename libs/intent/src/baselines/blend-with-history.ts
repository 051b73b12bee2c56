import { type Baseline } from '../baseline.js';
import { groupBy } from '../campaigns/group-by.js';
import { blendQuantiles } from './blend-quantiles.js';
import { type CountedBaseline } from './counted-baseline.js';

/**
 * Blends today's baselines with those of the same hour of the week in the weeks before, so that who has been
 * there all day is not the measure of itself, and a quiet night is not compared with a busy noon.
 *
 * Of the past weeks the median counts, quantile by quantile: one odd week changes nothing. Today and the past each
 * weigh as many visitors as they had, so that a sale that brings ten times the visitors still moves the baseline
 * with it. `past` has at most one row for each week. What was never seen before stays as it is.
 */
export function blendWithHistory(
  today: readonly CountedBaseline[],
  past: readonly Baseline[],
): readonly CountedBaseline[] {
  const weeks = new Map(groupBy(past, keyOf).map((rows) => [rows.map(keyOf)[0], rows]));
  return today.map((counted) => {
    const earlier = weeks.get(keyOf(counted));
    return earlier === undefined ? counted : blended(counted, earlier);
  });
}

function blended(today: CountedBaseline, past: readonly Baseline[]): CountedBaseline {
  const usual = {
    quantiles: today.quantiles.map((_, level) =>
      median(past.map(({ quantiles }) => quantiles[level] ?? 0)),
    ),
    weight: median(past.map(({ visitors }) => visitors)),
  };
  const now = { quantiles: today.quantiles, weight: today.visitors };
  return { ...today, quantiles: blendQuantiles([now, usual]) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

const keyOf = ({ site, feature }: Baseline): string => `${site} ${feature}`;
