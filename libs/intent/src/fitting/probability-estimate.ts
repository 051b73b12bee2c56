/** A probability that was stated, next to the truth. */
export interface ProbabilityEstimate {
  /** 0 to 1. */
  readonly probability: number;
  readonly isTrue: boolean;
}
