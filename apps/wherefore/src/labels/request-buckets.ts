import { type ComparedVisitor } from './compared-visitor.js';
import { type HitRate, hitRate } from './hit-rate.js';

/** Hit rate among visitors of about as many requests: one request tells little, thirty leave no excuse. */
export interface RequestBucket extends HitRate {
  /** From this many requests on, up to the next bucket. */
  readonly from: number;
}

const BOUNDS: readonly number[] = [1, 2, 5, 30];

export function requestBuckets(visitors: readonly ComparedVisitor[]): RequestBucket[] {
  return BOUNDS.map((from, index) => {
    const until = BOUNDS[index + 1] ?? Infinity;
    const members = visitors.filter(({ requests }) => requests >= from && requests < until);
    return { from, ...hitRate(members) };
  });
}
