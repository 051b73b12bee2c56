import { type ComparedVisitor } from './compared-visitor.js';
import { groupBy } from './group-by.js';
import { type HitRate, hitRate } from './hit-rate.js';
import { meantClasses } from './meant-classes.js';

export interface ClassHitRate extends HitRate {
  readonly class: string;
  /** Caught, and named by a class that the label's means. */
  readonly named: number;
  /** What the caught ones were called, with how many: the most frequent first. */
  readonly calledAs: Readonly<Record<string, number>>;
}

/** Hit rates by class of label, the most visitors first. */
export function classHitRates(visitors: readonly ComparedVisitor[]): ClassHitRate[] {
  const byClass = groupBy(visitors, ({ label }) => label.class || '(none)');
  return [...byClass]
    .map(([name, members]) => ({
      class: name,
      ...hitRate(members),
      named: members.filter(isNamed).length,
      calledAs: calledAs(members),
    }))
    .sort((one, other) => other.visitors - one.visitors || compareText(one.class, other.class));
}

const isNamed = ({ condemned, judged, label }: ComparedVisitor): boolean =>
  condemned && meantClasses(label.class).includes(judged?.intent.class ?? '');

function calledAs(members: readonly ComparedVisitor[]): Record<string, number> {
  const caught = members.filter(({ condemned }) => condemned);
  const groups = groupBy(caught, ({ judged }) => judged?.intent.class ?? judged?.nature ?? '');
  const sizes = [...groups].map(([name, { length }]) => [name, length] as const);
  return Object.fromEntries(sizes.sort(([, one], [, other]) => other - one));
}

const compareText = (one: string, other: string): number =>
  one < other ? -1 : Number(one > other);
