import { type Baseline, quantileOf, rankOf } from '../baseline.js';

/** Where a value stands among the site's visitors, in words; empty where there is nobody to compare with. */
export function rankText(baseline: Baseline | null, value: number): string {
  if (baseline === null) return '';
  const ninth = Math.round(quantileOf(baseline, 0.9));
  return `; nine in ten visitors stay at ${ninth} or less (rank ${rankOf(baseline, value).toFixed(3)})`;
}
