import { type Baseline, quantileOf } from '../baseline.js';

/**
 * What next to nobody exceeds: twice what nine in ten visitors reach. Of few visitors one in ten may be the one who is judged, so it
 * is at most four times what three in four reach. 0 where nothing is known.
 */
export function seldomExceeded(baseline: Baseline | null): number {
  if (baseline === null) return 0;
  return Math.min(2 * quantileOf(baseline, 0.9), 4 * quantileOf(baseline, 0.75));
}
