import { type LogSums } from './log-sums.js';

/** The days of each Kafka partition added up; they may interleave where brokers' clocks differ. */
export function partitionSums(days: readonly (readonly LogSums[])[]): LogSums[] {
  const totals = new Map<string, LogSums>();
  for (const day of days.flat()) {
    const key = `${day.topic}/${day.partition}`;
    const before = totals.get(key);
    totals.set(key, before === undefined ? day : together(before, day));
  }
  return [...totals.values()];
}

const together = (one: LogSums, other: LogSums): LogSums => ({
  topic: one.topic,
  partition: one.partition,
  rows: one.rows + other.rows,
  accounted: one.accounted + other.accounted,
  offsets: String(BigInt(one.offsets) + BigInt(other.offsets)),
  first: Math.min(one.first, other.first),
  last: Math.max(one.last, other.last),
});

/**
 * Whether each offset from the first to the last is accounted for exactly once, by number and sum. Both are right for a broken chain
 * only if what is doubled and what is missing are as many and of the same sum; whole batches are doubled or go missing,
 * so that takes two of either kind in exact balance.
 */
export function isWhole({ first, last, accounted, offsets }: LogSums): boolean {
  const span = last - first + 1;
  const doubledSum = (BigInt(first) + BigInt(last)) * BigInt(span);
  return accounted === span && BigInt(offsets) * 2n === doubledSum;
}
