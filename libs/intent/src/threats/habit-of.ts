import { type Baseline, type baselineLevels, quantileOf } from '../baseline.js';

/** So few who do something are no habit of the site: one of them is the one who is judged, and the others may be with it. Assumption. */
const NO_HABIT = 3;

/** The value that a share `level` of those who do something do not exceed; 0 where nothing is known, or too few do it to be a measure. */
export function habitOf(baseline: Baseline | null, level: (typeof baselineLevels)[number]): number {
  return baseline === null || baseline.visitors <= NO_HABIT ? 0 : quantileOf(baseline, level);
}
