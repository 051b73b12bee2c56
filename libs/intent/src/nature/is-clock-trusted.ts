import { type Estate } from '../estate.js';
import { type VisitorFeatures } from '../visitor-features.js';

/** Where nobody stays that long on a page, the clock of the log is not to be trusted. */
const A_MINUTE_MS = 60_000;

/** Whether the times of the log tell how long pages were read: somebody at the site stayed a minute on one. */
export function isClockTrusted({ site }: VisitorFeatures, estate: Estate): boolean {
  const profile = estate.profile(site);
  return profile === null || profile.longestPauseMs >= A_MINUTE_MS;
}
