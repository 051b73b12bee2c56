import { type Estate } from '../estate.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { hurries } from './hurries.js';

/** The longest stay at which nothing is left of a hurry. Milliseconds. */
const A_MINUTE_MS = 60_000;
/** However short the stays. */
const MOST = 2;

/**
 * How much a visitor hurries from page to page: 0 where it does not (see `hurries`), 0.3 where it once stayed 45 s, 1 at 21 s, at
 * most 2. The logarithm of how far its longest stay is below a minute.
 */
export function howHurried(features: VisitorFeatures, estate: Estate): number {
  if (features.longestPauseMs === null || !hurries(features, estate)) return 0;
  return Math.min(MOST, Math.log(A_MINUTE_MS / (features.longestPauseMs + 1_000)));
}
