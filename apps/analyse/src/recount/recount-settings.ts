import { type FittedWeights, type Policy } from '#libs/intent';

/** How verdicts are counted and judged again. */
export interface RecountSettings {
  readonly policy: Policy;
  readonly weights: FittedWeights | undefined;
  /** The verdict to explain, with what would have changed it; '' counts all of them again and asks no more. */
  readonly verdict: string;
}
