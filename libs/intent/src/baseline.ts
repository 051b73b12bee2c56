/**
 * How one feature is distributed over the visitors of one site in one window.
 *
 * Quantiles, not means, so that a minority of attackers cannot drag what counts as ordinary.
 */
export interface Baseline {
  readonly site: string;
  readonly feature: string;
  /** How many visitors it was taken from. */
  readonly visitors: number;
  /** Values at `baselineLevels`, ascending. */
  readonly quantiles: readonly number[];
}

/** The probabilities at which a baseline keeps its quantiles. */
export const baselineLevels = [0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1] as const;

/** The value that a share `level` of the visitors does not exceed; `level` is one of `baselineLevels`. */
export function quantileOf(baseline: Baseline, level: (typeof baselineLevels)[number]): number {
  return baseline.quantiles[baselineLevels.indexOf(level)] ?? 0;
}

/** The share of visitors with a smaller or equal value, interpolated between quantiles: 0 to 1. */
export function rankOf(baseline: Baseline, value: number): number {
  let rank = 0;
  for (let i = 0; i < baselineLevels.length; i += 1) {
    const upper = baseline.quantiles[i] ?? 0;
    if (value < upper) return interpolate(baseline, i, value, rank);
    rank = baselineLevels[i] ?? 1;
  }
  return rank;
}

function interpolate(baseline: Baseline, i: number, value: number, below: number): number {
  const lower = baseline.quantiles[i - 1] ?? 0;
  const upper = baseline.quantiles[i] ?? 0;
  if (i === 0 || upper === lower) return below;
  const level = baselineLevels[i] ?? 1;
  return below + ((value - lower) / (upper - lower)) * (level - below);
}
