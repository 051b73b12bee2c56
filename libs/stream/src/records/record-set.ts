import { type LogMessage } from './log-message.js';
import { RecordBatch } from './record-batch.js';

/** What kafkajs is given as one message: a whole record batch, standing at its last offset. */
export interface FetchedRecords {
  /** Where reading goes on is after it. */
  readonly lastOffset: number;
  /** Bytes in the log, compressed. */
  readonly size: number;
  /** Decompresses and decodes: again with each call. */
  messages(): Promise<Iterable<LogMessage>>;
}

/** A transaction that its producer gave up, from its first offset to the marker in the log. */
export interface AbortedTransaction {
  readonly producerId: bigint;
  readonly firstOffset: number;
}

/**
 * The record batches that were fetched of a partition; the last one is left out when only its beginning was fetched. Batches
 * of aborted transactions and the broker's own records are there without messages, for their offsets.
 */
export function recordSet(bytes: Buffer, aborted: readonly AbortedTransaction[]): FetchedRecords[] {
  const transactions = new OpenAborts(aborted);
  const fetched: FetchedRecords[] = [];
  let position = 0;
  for (
    let batch = RecordBatch.at(bytes, position);
    batch !== undefined;
    batch = RecordBatch.at(bytes, position)
  ) {
    position += batch.size;
    fetched.push(transactions.hides(batch) ? withoutMessages(batch) : batch);
  }
  return fetched;
}

/** Which transactions are aborted at a place in the log. */
class OpenAborts {
  readonly #open = new Set<bigint>();
  readonly #ahead: AbortedTransaction[];

  constructor(aborted: readonly AbortedTransaction[]) {
    this.#ahead = [...aborted].sort((one, other) => one.firstOffset - other.firstOffset);
  }

  /** To be asked of every batch in turn. */
  hides(batch: RecordBatch): boolean {
    if (!batch.isTransactional && !batch.isControl) return false;
    for (let next = this.#ahead[0]; next !== undefined && next.firstOffset <= batch.lastOffset;) {
      this.#open.add(next.producerId);
      this.#ahead.shift();
      next = this.#ahead[0];
    }
    if (batch.isAbortMarker) this.#open.delete(batch.producerId);
    return batch.isControl || this.#open.has(batch.producerId);
  }
}

const withoutMessages = ({ lastOffset, size }: RecordBatch): FetchedRecords => ({
  lastOffset,
  size,
  messages: () => Promise.resolve([]),
});
