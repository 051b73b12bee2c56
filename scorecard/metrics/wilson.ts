import { type Interval } from './interval.js';

/** Two-sided 95 % point of the standard normal distribution. */
const Z = 1.959963984540054;

/**
 * The score interval of a proportion, 95 %; it holds for few trials and for shares near 0 and 1. Null without trials.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
 */
export function wilson(successes: number, trials: number): Interval | null {
  if (trials === 0) return null;
  const share = successes / trials;
  const spread = (Z * Z) / trials;
  const centre = share + spread / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  const bound = (value: number): number => Math.min(1, Math.max(0, value / (1 + spread)));
  return { low: bound(centre - reach), high: bound(centre + reach) };
}
