/** A cumulative sum over time, and since when it has not been at zero. */
interface Cusum {
  readonly sum: number;
  /** Index of the first value of the present rise, or null while the sum is zero. */
  readonly since: number | null;
}

/** Half the shift looked for, in standard deviations: a lasting shift by one is found. */
const ALLOWANCE = 0.5;
/** The sum grows no further, so that an attack that ended is forgotten within half a day. */
const HEADROOM = 6;

/**
 * The sum from which on a change is believed. With an allowance of 0.5, Siegmund's approximation gives a
 * mean of (e^b − b − 1) ÷ 0.5 hours between false alarms, b = 12 + 1.166: some 1,000,000 hours, or a month
 * for 1,450 series. Counts are skewed, which costs about a factor of ten. Siegmund, "Sequential Analysis"
 * (1985), 2.50.
 */
export const DECISION = 12;

/**
 * Page's one-sided cumulative sum of standardised excesses: S = max(0, S + z − 0.5). Where the sum last
 * left zero is the likeliest instant of the change. Page, "Continuous inspection schemes", Biometrika 41
 * (1954).
 */
export function cusumOf(excesses: readonly number[]): Cusum {
  let sum = 0;
  let since: number | null = null;
  excesses.forEach((z, i) => {
    sum = Math.min(DECISION + HEADROOM, Math.max(0, sum + z - ALLOWANCE));
    if (sum === 0) since = null;
    else since ??= i;
  });
  return { sum, since };
}
