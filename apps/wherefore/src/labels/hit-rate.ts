import { type ComparedVisitor } from './compared-visitor.js';

/** How many of some labelled visitors were condemned. Rates are null where there is nothing to divide by. */
export interface HitRate {
  readonly visitors: number;
  readonly caught: number;
  readonly rate: number | null;
  readonly requests: number;
  readonly requestsCaught: number;
  readonly requestRate: number | null;
}

export function hitRate(visitors: readonly ComparedVisitor[]): HitRate {
  const caught = visitors.filter(({ condemned }) => condemned);
  const requests = requestsOf(visitors);
  const requestsCaught = requestsOf(caught);
  return {
    visitors: visitors.length,
    caught: caught.length,
    rate: ratio(caught.length, visitors.length),
    requests,
    requestsCaught,
    requestRate: ratio(requestsCaught, requests),
  };
}

export const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : part / whole;

const requestsOf = (visitors: readonly ComparedVisitor[]): number =>
  visitors.reduce((sum, { requests }) => sum + requests, 0);
