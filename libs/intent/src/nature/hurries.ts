import { type Estate } from '../estate.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { isClockTrusted } from './is-clock-trusted.js';
import { isCrowd } from './is-crowd.js';

/** Fewer page turns than this tell little about how somebody reads. Assumption. */
export const ENOUGH_TURNS = 8;
/** A person who turned that many pages has stayed this long on one of them, as a rule. */
export const A_PAUSE_MS = 45_000;
/**
 * Whether the visitor turned page after page and never stayed on one. Nobody reads every page equally long: dwell times
 * have a heavy tail, most pages are left early and some are read for minutes (Liu, White and Dumais, "Understanding Web
 * Browsing Behaviors through Weibull Analysis of Dwell Time", SIGIR 2010).
 */
export function hurries(features: VisitorFeatures, estate: Estate): boolean {
  const { pageTurns, longestPauseMs } = features;
  if (pageTurns < ENOUGH_TURNS || longestPauseMs === null || longestPauseMs >= A_PAUSE_MS)
    return false;
  return isClockTrusted(features, estate) && !isCrowd(features);
}
