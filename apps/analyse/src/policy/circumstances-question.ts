import { type Judgement, type Policy } from '#libs/intent';

/** What the circumstances of a cycle are read for. Times in milliseconds since the epoch. */
export interface CircumstancesQuestion {
  readonly judgements: readonly Judgement[];
  readonly policy: Policy;
  readonly windowFrom: number;
  readonly asOf: number;
  /** Whether a verdict on the key is in force. */
  readonly isInForce: (judgement: Judgement) => boolean;
  readonly isPardoned: (judgement: Judgement) => boolean;
}
