import { type Estate, type FittedWeights } from '#libs/intent';

/** Name and version of how facts are counted and judged, in the place of the query that counts a whole estate. */
export const factsVersion = 'visitor-facts@1';

/**
 * An estate of which nothing is known, `[from, to)` in milliseconds since the epoch: what is condemned in it is condemned for what it
 * did, whatever anybody else does.
 */
export function factsEstate(from: number, to: number, weights: FittedWeights | undefined): Estate {
  return {
    from,
    to,
    weights,
    baseline: () => null,
    profile: () => null,
    campaignOf: () => null,
    membershipOf: () => null,
  };
}
