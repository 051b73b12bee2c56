import { setImmediate } from 'node:timers/promises';
import { EventBlock } from '#libs/store';
import { type TopicParser } from '../parse/topic-parsers.js';
import { type LogRecord, type RecordBatch } from '../source/log-source.js';
import { type BlockSlots } from './block-slots.js';

/** Rows that are stored together: one insert, one part, all or nothing. */
export interface RowBatch {
  readonly block: EventBlock;
  /** Size of the records. */
  readonly bytes: number;
  /** Rows that are rejects, by reason. */
  readonly rejects: ReadonlyMap<string, number>;
}

export interface RowBatchLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

/** Of records between two looks at the event loop, some thousand lines: heartbeats and health checks wait milliseconds at most. */
const BYTES_PER_TURN = 256 * 1_024;
/** What a record counts at least, as there is work to an empty one too. */
const LEAST_BYTES = 64;

/**
 * Parses records and encodes their rows into batches, cut at the row limit, at the byte limit, and where
 * the append day changes, since the table is partitioned by it and only one partition's rows are stored
 * atomically. A record is never divided. Parses no further than the batch asked for, and keeps no event:
 * a line is bytes again before the next one is looked at. Each batch takes a slot, which is to be given
 * back by whoever gets the batch.
 */
export async function* rowBatches(
  batch: RecordBatch,
  parser: TopicParser,
  { limits, slots }: { readonly limits: RowBatchLimits; readonly slots: BlockSlots },
): AsyncGenerator<RowBatch, void> {
  let rows: OpenBatch | undefined;
  let read = 0;
  try {
    for await (const records of batch.records()) {
      for (const record of records) {
        if (read > BYTES_PER_TURN) {
          read = 0;
          await setImmediate();
        }
        read += Math.max(LEAST_BYTES, sizeOf(record));
        if (rows?.takes(record) === false) {
          const full = rows;
          rows = undefined;
          yield full;
        }
        if (rows === undefined) {
          const used = await slots.take();
          rows = new OpenBatch(batch, limits, { parser, used });
        }
        rows.add(record);
      }
    }
    const last = rows;
    rows = undefined;
    if (last !== undefined) yield last;
  } finally {
    if (rows !== undefined) slots.give();
  }
}

/** A batch that is being filled. */
class OpenBatch implements RowBatch {
  readonly block: EventBlock;
  readonly rejects = new Map<string, number>();
  bytes = 0;
  readonly #parser: TopicParser;
  readonly #place: { readonly topic: string; readonly partition: number };

  constructor(
    { topic, partition }: RecordBatch,
    private readonly limits: RowBatchLimits,
    { parser, used }: { readonly parser: TopicParser; readonly used: EventBlock | undefined },
  ) {
    this.#place = { topic, partition };
    this.#parser = parser;
    const { maxEventAgeMs, vocabulary } = parser;
    this.block = new EventBlock(topic, partition, maxEventAgeMs, vocabulary, used);
  }

  takes({ appendTime }: LogRecord): boolean {
    const { maxRows, maxBytes } = this.limits;
    return this.block.rows < maxRows && this.bytes < maxBytes && this.block.takes(appendTime);
  }

  add(record: LogRecord): void {
    const { topic, partition } = this.#place;
    const { offset, appendTime } = record;
    const place = { topic, partition, offset, appendTime };
    for (const reason of this.#parser.parse(record, place, this.block)) {
      this.rejects.set(reason, (this.rejects.get(reason) ?? 0) + 1);
    }
    this.bytes += sizeOf(record);
  }
}

/** Size of a record as limits and counters take it: bytes, or units of text. */
function sizeOf({ value }: LogRecord): number {
  return value?.length ?? 0;
}
