import { setTimeout as delay } from 'node:timers/promises';

import { logTail } from '../queries/log-tail.js';
import { type StoreError, storeErrorOf } from '../store-error-of.js';
import { StoreUnavailableError } from '../store-unavailable-error.js';
import { type Store } from '../store.js';
import { type EventBlock, type NativeBlock } from './block/event-block.js';

/** Consecutive messages of one partition, to be appended. */
export interface EventBatch {
  /** At least one row for each message. */
  readonly block: EventBlock;
  /** The tail this batch continues: what {@link EventLog.tail} or the previous append said, or the first offset there is. */
  readonly start: number;
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
  /** Makes ClickHouse fsync each insert: survives power loss, costs latency. */
  readonly fsync?: boolean;
}

/** A batch older than this is checked against the table again before it is sent: its writer may have been frozen. */
const ZOMBIE_AGE_MS = 60_000;
const TOKEN_ATTEMPTS = 4;
const SETTLE_MS = 100;

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
    this.#options = { fsync: false, ...options };
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
  async append({ block, start: given, collectedAt }: EventBatch): Promise<AppendResult> {
    const { topic, partition } = block;
    let start = given;
    let tailReadAt = collectedAt ?? this.#options.monotonicNow();
    const result = { stored: 0, tail: start, lostRace: false, burned: 0 };
    for (let row = block.rowAt(start); row < block.rows; row = block.rowAt(start)) {
      const isProposed = this.#mayPropose(topic, partition, start, tailReadAt);
      if (isProposed) {
        const extension = await this.#extend(block, row, start);
        result.tail = extension.tail;
        result.burned += extension.burned;
      } else {
        result.tail = Math.max(start, await this.tail(topic, partition));
        this.#knownTails.set(`${topic}:${partition}`, result.tail);
      }
      tailReadAt = this.#options.monotonicNow();
      if (result.tail === (isProposed ? block.end : start)) {
        result.stored += isProposed ? block.rows - row : 0;
      } else {
        result.lostRace = true;
      }
      start = result.tail;
    }
    return result;
  }

  /** Only a tail that was read, and not long ago, may be continued: this makes the token a compare-and-swap. */
  #mayPropose(topic: string, partition: number, start: number, tailReadAt: number): boolean {
    const known = this.#knownTails.get(`${topic}:${partition}`);
    const age = this.#options.monotonicNow() - tailReadAt;
    return known === start && age <= ZOMBIE_AGE_MS;
  }

  /** Offers the rows as the continuation of `start` until the tail has moved; at most one insert per token is kept. */
  async #extend(
    block: EventBlock,
    fromRow: number,
    start: number,
  ): Promise<{ tail: number; burned: number }> {
    const { topic, partition } = block;
    const encoded = block.encode(fromRow);
    for (let attempt = 0; attempt < TOKEN_ATTEMPTS; attempt += 1) {
      const error = await this.#insert(encoded, `${topic}:${partition}:${start}:${attempt}`);
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

  async #insert(
    { columns, chunks, rows }: NativeBlock,
    token: string,
  ): Promise<StoreError | undefined> {
    try {
      await this.#store.insertNative('access_events', columns, chunks, {
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
