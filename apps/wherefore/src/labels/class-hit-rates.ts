import { type ComparedVisitor } from './compared-visitor.js';
import { groupBy } from './group-by.js';
import { type HitRate, hitRate } from './hit-rate.js';

export interface ClassHitRate extends HitRate {
  readonly class: string;
  /** Caught, and named by the same class. */
  readonly named: number;
}

/** Hit rates by class of label, the most visitors first. */
export function classHitRates(visitors: readonly ComparedVisitor[]): ClassHitRate[] {
  const byClass = groupBy(visitors, ({ label }) => label.class || '(none)');
  return [...byClass]
    .map(([name, members]) => ({
      class: name,
      ...hitRate(members),
      named: members.filter(({ judged }) => judged?.intent.class === name).length,
    }))
    .sort((one, other) => other.visitors - one.visitors || compareText(one.class, other.class));
}

const compareText = (one: string, other: string): number =>
  one < other ? -1 : Number(one > other);
