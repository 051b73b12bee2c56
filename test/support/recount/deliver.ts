import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { EventLog, type Store, type StoredLine } from '#libs/store';
import { createLineParser } from '#libs/traffic';
import { batchOf } from '../log-rows.js';
import { loggedLine, type RandomRequest } from './random-requests.js';

/** What happens to a line on its way: told by numbers, so that a failing stream can be shrunk. */
export interface Delivery {
  /** Milliseconds between the request and the broker's taking its line. */
  readonly delayMs: number;
  /** The producer sends it a second time so much later; null: it does not. */
  readonly againAfterMs: number | null;
  readonly partition: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** One line in twenty comes up to a day late, one in ten twice, all of them out of order. */
export const randomDelivery: fc.Arbitrary<Delivery> = fc.record({
  delayMs: fc.oneof(
    { arbitrary: fc.integer({ min: 0, max: 10 * MINUTE_MS }), weight: 19 },
    { arbitrary: fc.integer({ min: 0, max: DAY_MS }), weight: 1 },
  ),
  againAfterMs: fc.oneof(
    { arbitrary: fc.constant(null), weight: 9 },
    { arbitrary: fc.integer({ min: 0, max: 10 * MINUTE_MS }), weight: 1 },
  ),
  partition: fc.integer({ min: 0, max: 1 }),
});

/** The lines as they stand in the topic, each with its position, in order of arrival. */
export function arrivedLines(
  topic: string,
  requests: readonly RandomRequest[],
  deliveries: readonly Delivery[],
): StoredLine[] {
  const parse = createLineParser({ name: 'recount', format: 'nginx_json' }, (value) =>
    createHash('sha256').update(value).digest('hex').slice(0, 16),
  );
  const arrivals = requests.flatMap((request, at) => {
    const { delayMs, againAfterMs, partition } = deliveries[at] ?? INSTANTLY;
    const once = { line: loggedLine(request), partition, at: request.time + delayMs };
    return againAfterMs === null ? [once] : [once, { ...once, at: once.at + againAfterMs }];
  });
  const next = [0, 0];
  return arrivals
    .toSorted((one, other) => one.at - other.at)
    .map(({ line, partition, at }) => {
      const offset = next[partition] ?? 0;
      next[partition] = offset + 1;
      const position = { topic, partition, offset, index: 0, appendTime: at };
      return { position, source: 'recount', raw: line, ...parse(line) };
    });
}

const INSTANTLY: Delivery = { delayMs: 0, againAfterMs: null, partition: 0 };

/**
 * Stores the lines as ingest does, in batches of `batchSizes` in turn. After each batch a worker that knows nothing of it
 * delivers it, and what came before it, once more.
 *
 * @returns how many rows those second deliveries stored
 */
export async function storeTwice(
  store: Store,
  lines: readonly StoredLine[],
  batchSizes: readonly number[],
): Promise<number> {
  let storedAgain = 0;
  for (const partition of [0, 1]) {
    const log = newLog(store);
    const ofPartition = lines.filter(({ position }) => position.partition === partition);
    let before: StoredLine[] = [];
    for (const batch of batches(ofPartition, batchSizes)) {
      await log.append(batchOf(batch));
      const again = [...before.slice(-3), ...batch].filter(
        (line) => dayOf(line) === dayOf(batch[0]),
      );
      storedAgain += (await newLog(store).append(batchOf(again))).stored;
      before = batch;
    }
  }
  return storedAgain;
}

const newLog = (store: Store): EventLog =>
  new EventLog(store, { monotonicNow: () => performance.now() });

/** Consecutive lines of one append day, so many at a time. */
function batches(lines: readonly StoredLine[], sizes: readonly number[]): StoredLine[][] {
  const result: StoredLine[][] = [];
  for (const line of lines) {
    const last = result.at(-1);
    const size = sizes[(result.length - 1) % sizes.length] ?? 1;
    if (last !== undefined && last.length < size && dayOf(last[0]) === dayOf(line)) last.push(line);
    else result.push([line]);
  }
  return result;
}

const dayOf = (line: StoredLine | undefined): number =>
  Math.floor((line?.position.appendTime ?? 0) / DAY_MS);
