const FIRST_MS = 1_000;
/** Long enough not to be a nuisance, short enough that a lift is not late by more once the target is back. */
const LONGEST_MS = 300_000;
/** The longest window of any rate limit here is an hour; a Retry-After beyond that is a mistake, and lifts would wait for it. */
const LONGEST_ASKED_MS = 3_600_000;

/**
 * How long to leave a target alone after so many failures in a row (1 or more): doubling from a second to five
 * minutes, half of it by chance, so that several of us do not come back together ("equal jitter", Exponential
 * Backoff And Jitter, AWS Architecture Blog, 2015). Never less than the target asked for, up to an hour.
 *
 * @param chance 0 to 1
 * @param askedMs from Retry-After; 0 where it did not ask
 */
export function retryDelay(failures: number, chance: number, askedMs: number): number {
  const doubled = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(30, failures - 1));
  return Math.max(Math.min(askedMs, LONGEST_ASKED_MS), doubled / 2 + (doubled / 2) * chance);
}
