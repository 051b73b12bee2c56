import { type FittedWeights, type Policy } from '#libs/intent';
import { type ClientSettings } from '#libs/store';
import { type CrawlerProver } from '../proofs/crawler-prover.js';

/** How verdicts are counted and judged again. */
export interface RecountSettings {
  readonly policy: Policy;
  readonly weights: FittedWeights | undefined;
  /** What proves crawlers beyond published addresses. */
  readonly prover?: CrawlerProver | undefined;
  /** How API clients are counted. */
  readonly clients?: ClientSettings | undefined;
  /** The verdict to explain, with what would have changed it; '' counts all of them again and asks no more. */
  readonly verdict: string;
}
