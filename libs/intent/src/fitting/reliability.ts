import { type ProbabilityEstimate } from './probability-estimate.js';

/** One bar of a reliability diagram: estimates between two probabilities, and how often they were right. */
export interface ReliabilityBin {
  /** Bounds of the bin: `from` ≤ probability < `to`, the last one closed. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability stated; null in an empty bin. */
  readonly stated: number | null;
  /** Share that was true; null in an empty bin. */
  readonly observed: number | null;
}

const BINS = 10;

/** The reliability diagram in ten bins of equal width (DeGroot and Fienberg, The Statistician 32, 1983). */
export function reliability(estimates: readonly ProbabilityEstimate[]): ReliabilityBin[] {
  const members: ProbabilityEstimate[][] = Array.from({ length: BINS }, () => []);
  for (const estimate of estimates) {
    const place = Math.min(BINS - 1, Math.floor(estimate.probability * BINS));
    members[place]?.push(estimate);
  }
  return members.map((own, i) => ({
    from: i / BINS,
    to: (i + 1) / BINS,
    count: own.length,
    stated: mean(own.map(({ probability }) => probability)),
    observed: mean(own.map(({ isTrue }) => Number(isTrue))),
  }));
}

/**
 * Expected calibration error: how far what is stated lies from what happens, averaged over the bins by
 * their counts; 0 is perfect. Naeini, Cooper and Hauskrecht (AAAI 2015). 0 without estimates.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number {
  const all = bins.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return 0;
  return bins.reduce(
    (sum, { count, stated, observed }) =>
      sum + (count / all) * Math.abs((stated ?? 0) - (observed ?? 0)),
    0,
  );
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
