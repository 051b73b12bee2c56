import { setTimeout as delay } from 'node:timers/promises';

import { logTail } from '../queries/log-tail.js';
import { type StoreError, storeErrorOf } from '../store-error-of.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { type Store } from '../store.js';
import { type StoredLine } from './stored-line.js';
import { storedLineColumns, storedLinesTsv } from './stored-line-tsv.js';

/** Consecutive messages of one partition as rows. */
export interface EventBatch {
  readonly topic: string;
  readonly partition: number;
  /** The tail this batch continues: what {@link EventLog.tail} or the previous append said, or the first offset there is. */
  readonly start: number;
  /** One past the last offset. */
  readonly end: number;
  /** In order of offset, at least one row for each message. */
  readonly rows: readonly StoredLine[];
  /** When collecting began, on the clock given to the log, milliseconds; now if left out. */
  readonly collectedAt?: number;
}

export interface AppendResult {
  /** Rows of this batch that are in the table because of this call. */
  readonly stored: number;
  /** The next offset to read; more than the batch's end when another writer is ahead: seek there. */
  readonly tail: number;
  /** Another writer stored part of the batch, or more than it. */
  readonly lostRace: boolean;
  /** Insert tokens that the server had logged without their rows, a trace of its crash. */
  readonly burned: number;
}

export interface EventLogOptions {
  /** A clock that never goes back, milliseconds, e.g. `() => performance.now()`. */
  readonly monotonicNow: () => number;
  /** Older event times are marked suspect, milliseconds before the append time; `Infinity` for replays of old logs. */
  readonly maxEventAgeMs?: number;
  /** Makes ClickHouse fsync each insert: survives power loss, costs latency. */
  readonly fsync?: boolean;
}

const DEFAULT_MAX_AGE_MS = 7 * 24 * 3_600_000;

/** A batch older than this is checked against the table again before it is sent: its writer may have been frozen. */
const ZOMBIE_AGE_MS = 60_000;
const TOKEN_ATTEMPTS = 4;
const SETTLE_MS = 100;
const DAY_MS = 86_400_000;

/**
 * The stored log of each Kafka partition, appended to exactly once by however many writers.
 *
 * Accepted batches form a chain `start₀ < end₀ = start₁ < …`: the offsets are in the rows, the insert token names only
 * the start, so of all writers that continue the same tail ClickHouse keeps one, and what became of an insert is never
 * assumed but read back. A batch goes in as one block of one append day, hence one part: all of it or nothing.
 *
 * Contract: one `append` at a time for each partition. After any error call `append` again with the same batch
 * (nothing is stored twice), or read `tail` and seek. The Kafka offset may move when `append` has resolved.
 * Needs read-your-writes: one node, or replicas with quorum inserts and sequential consistency.
 */
export class EventLog {
  readonly #store: Store;
  readonly #options: Required<EventLogOptions>;
  /** Starts that were a tail when last read (or beyond it, where the broker has lost messages). */
  readonly #knownTails = new Map<string, number>();

  constructor(store: Store, options: EventLogOptions) {
    this.#store = store;
    this.#options = { maxEventAgeMs: DEFAULT_MAX_AGE_MS, fsync: false, ...options };
  }

  /** The next offset to read, from the rows themselves; -1 when the partition has none. */
  async tail(topic: string, partition: number): Promise<number> {
    const key = `${topic}:${partition}`;
    this.#knownTails.delete(key);
    const [row] = await this.#store.query<{ tail: number }>(logTail, { topic, partition });
    const tail = row?.tail ?? -1;
    this.#knownTails.set(key, tail);
    return tail;
  }

  /**
   * @throws StoreUnavailableError when it is not known whether the batch is in, or ClickHouse keeps refusing its tokens;
   *   StoreSchemaError and StoreQueryError when trying again is useless.
   */
  async append(batch: EventBatch): Promise<AppendResult> {
    const { topic, partition } = batch;
    let { start, rows } = batch;
    let tailReadAt = batch.collectedAt ?? this.#options.monotonicNow();
    const result = { stored: 0, tail: start, lostRace: false, burned: 0 };
    while (rows.length > 0) {
      let block: readonly StoredLine[] = [];
      if (this.#mayPropose(topic, partition, start, tailReadAt)) {
        block = firstAppendDay(rows);
        const extension = await this.#extend(block, start);
        result.tail = extension.tail;
        result.burned += extension.burned;
      } else {
        result.tail = Math.max(start, await this.tail(topic, partition));
        this.#knownTails.set(`${topic}:${partition}`, result.tail);
      }
      tailReadAt = this.#options.monotonicNow();
      const expected = block.length > 0 ? endOf(block) : start;
      if (result.tail === expected) result.stored += block.length;
      else result.lostRace = true;
      start = result.tail;
      rows = rowsFrom(rows, start);
    }
    return result;
  }

  /** Only a tail that was read, and not long ago, may be continued: this makes the token a compare-and-swap. */
  #mayPropose(topic: string, partition: number, start: number, tailReadAt: number): boolean {
    const known = this.#knownTails.get(`${topic}:${partition}`);
    const age = this.#options.monotonicNow() - tailReadAt;
    return known === start && age <= ZOMBIE_AGE_MS;
  }

  /** Offers one block as the continuation of `start` until the tail has moved; at most one block per token is kept. */
  async #extend(
    block: readonly StoredLine[],
    start: number,
  ): Promise<{ tail: number; burned: number }> {
    const { topic, partition } = positionOf(block);
    const bytes = storedLinesTsv(block, this.#options.maxEventAgeMs);
    for (let attempt = 0; attempt < TOKEN_ATTEMPTS; attempt += 1) {
      const error = await this.#insert(
        bytes,
        block.length,
        `${topic}:${partition}:${start}:${attempt}`,
      );
      let tail = await this.tail(topic, partition);
      if (tail > start) return { tail, burned: attempt };
      // The insert may still be under way. Only its own token excludes it: the caller comes back with the same one.
      if (error !== undefined) throw error;
      // Acknowledged and yet not there: the token is burned, unless its insert is just being published.
      await delay(SETTLE_MS);
      tail = await this.tail(topic, partition);
      if (tail > start) return { tail, burned: attempt };
    }
    throw new StoreUnavailableError(
      `ClickHouse acknowledged ${TOKEN_ATTEMPTS} inserts at ${topic}/${partition}/${start} and stored none: look at its log`,
    );
  }

  async #insert(bytes: Buffer, rows: number, token: string): Promise<StoreError | undefined> {
    try {
      await this.#store.insertTsv('access_events', storedLineColumns, bytes, {
        insert_deduplicate: 1,
        insert_deduplication_token: token,
        max_insert_block_size: String(rows + 1),
        ...(this.#options.fsync ? { fsync_after_insert: 1 } : {}),
      });
      return undefined;
    } catch (error) {
      return storeErrorOf(error, 'append');
    }
  }
}

const positionOf = (rows: readonly StoredLine[]): StoredLine['position'] => {
  const [first] = rows;
  if (first === undefined) throw new Error('a block has at least one row');
  return first.position;
};

const endOf = (rows: readonly StoredLine[]): number => (rows.at(-1)?.position.offset ?? -1) + 1;

/** The leading messages of one append day: one block, one table partition, one part. */
const firstAppendDay = (rows: readonly StoredLine[]): readonly StoredLine[] => {
  const { appendTime } = positionOf(rows);
  const day = Math.floor(appendTime / DAY_MS);
  const cut = rows.findIndex(
    ({ position }, index) =>
      Math.floor(position.appendTime / DAY_MS) !== day &&
      position.offset !== rows[index - 1]?.position.offset,
  );
  return cut === -1 ? rows : rows.slice(0, cut);
};

const rowsFrom = (rows: readonly StoredLine[], offset: number): readonly StoredLine[] => {
  const first = rows.findIndex((row) => row.position.offset >= offset);
  return first === -1 ? [] : rows.slice(first);
};
