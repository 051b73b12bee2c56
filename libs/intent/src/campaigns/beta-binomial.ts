import { logGamma } from './log-gamma.js';
import { median } from './median.js';

/** How many of how many: bad outcomes among tries, in one period. */
export interface Ratio {
  readonly bad: number;
  readonly all: number;
}

/** A ratio that varies from period to period: Beta(alpha, beta) mixed over a binomial. */
export interface BetaBinomial {
  readonly alpha: number;
  readonly beta: number;
}

/** Worth of what is assumed before anything was counted: one bad outcome in eleven tries. Assumption. */
const PRIOR_BAD = 1;
const PRIOR_ALL = 11;
/**
 * Least correlation between tries of one period. 0.002 lets a ratio of ten percent wander by about 1.3
 * percentage points (one standard deviation) however many tries there are. Assumption.
 */
const LEAST_CORRELATION = 0.002;
const MOST_CORRELATION = 0.5;
/** Periods further than this many robust standard deviations above the median ratio are left out. */
const OUTLIER = 3.5;
const MAD_TO_SIGMA = 1.4826;

/**
 * Fits by the method of moments: the mean ratio, and the correlation within a period that makes Pearson's
 * statistic as large as it is (Williams, "Extra-binomial variation in logistic linear models", Applied
 * Statistics 31, 1982). Periods far above the median are left out first, so that an attack among them does
 * not become what is ordinary.
 */
export function fitBetaBinomial(history: readonly Ratio[]): BetaBinomial {
  const kept = withoutOutliers(history.filter(({ all }) => all > 0));
  const all = sum(kept, (period) => period.all) + PRIOR_ALL;
  const mean = (sum(kept, (period) => period.bad) + PRIOR_BAD) / all;
  const excess = pearson(kept, mean) - Math.max(0, kept.length - 1);
  const pairs = sum(kept, (period) => period.all - 1);
  const found = pairs > 0 ? excess / pairs : 0;
  const correlation = Math.min(MOST_CORRELATION, Math.max(LEAST_CORRELATION, found));
  const strength = 1 / correlation - 1;
  return { alpha: mean * strength, beta: (1 - mean) * strength };
}

/** Mean ratio of the distribution. */
export function meanOf({ alpha, beta }: BetaBinomial): number {
  return alpha / (alpha + beta);
}

/** Probability of at least `bad` of `all`: the exact upper tail, summed term by term. */
export function upperTail({ bad, all }: Ratio, { alpha, beta }: BetaBinomial): number {
  if (bad <= 0) return 1;
  if (bad > all) return 0;
  let term = Math.exp(logMass(bad, all, alpha, beta));
  let tail = term;
  for (let k = bad; k < all; k += 1) {
    term *= ((all - k) / (k + 1)) * ((k + alpha) / (all - k - 1 + beta));
    tail += term;
    if (term < tail * 1e-12 && k > all * (alpha / (alpha + beta))) break;
  }
  return Math.min(1, tail);
}

function logMass(k: number, n: number, alpha: number, beta: number): number {
  return (
    logGamma(n + 1) -
    logGamma(k + 1) -
    logGamma(n - k + 1) +
    logBeta(k + alpha, n - k + beta) -
    logBeta(alpha, beta)
  );
}

function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function withoutOutliers(periods: readonly Ratio[]): readonly Ratio[] {
  const ratios = periods.map(({ bad, all }) => bad / all);
  const middle = median(ratios);
  const spread = MAD_TO_SIGMA * median(ratios.map((ratio) => Math.abs(ratio - middle)));
  return periods.filter(({ bad, all }) => {
    const chance = Math.sqrt((middle * (1 - middle) + 0.25 / all) / all);
    return bad / all <= middle + OUTLIER * Math.max(spread, chance);
  });
}

function pearson(periods: readonly Ratio[], mean: number): number {
  return sum(periods, ({ bad, all }) => (bad - all * mean) ** 2 / (all * mean * (1 - mean)));
}

function sum<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}
