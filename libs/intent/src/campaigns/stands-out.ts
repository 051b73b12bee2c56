/** Smaller groups are left to the evidence about each visitor. Assumption. */
const SMALLEST_CROWD = 5;
/** Standard deviations of a Poisson count; five is one false alarm in 3.5 million comparisons. */
const SIGMAS = 5;

/** Whether a count is too large to be chance: a Poisson upper tail in normal approximation, and at least double. */
export function standsOut(observed: number, expected: number): boolean {
  return (
    observed >= SMALLEST_CROWD &&
    observed >= 2 * expected &&
    observed > expected + SIGMAS * Math.sqrt(Math.max(expected, 0.5))
  );
}
