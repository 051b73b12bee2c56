import { setImmediate } from 'node:timers/promises';
import { type StoredLine } from '#libs/store';
import { type RecordParser } from '../parse/stored-lines.js';
import { type LogRecord, type RecordBatch } from '../source/log-source.js';

/** Rows that are stored together: one insert, one part, all or nothing. */
export interface RowBatch {
  /** The offset after the last record. */
  readonly end: number;
  readonly rows: readonly StoredLine[];
  /** Size of the records. */
  readonly bytes: number;
}

export interface RowBatchLimits {
  readonly maxRows: number;
  readonly maxBytes: number;
}

const DAY_MS = 86_400_000;
/** Records between two looks at the event loop: heartbeats and health checks wait a few milliseconds at most. */
const RECORDS_PER_TURN = 1_000;

/**
 * Parses records and cuts them into batches: at the row limit, at the byte limit, and where the append
 * day changes, since the table is partitioned by it and only one partition's rows are stored atomically.
 * A record is never divided. Parses no further than the batch asked for.
 */
export async function* rowBatches(
  { topic, partition, records }: RecordBatch,
  parse: RecordParser,
  limits: RowBatchLimits,
): AsyncGenerator<RowBatch, void> {
  let rows: StoredLine[] = [];
  let bytes = 0;
  let parsed = 0;
  for (const [index, record] of records.entries()) {
    const { offset, appendTime } = record;
    for (const row of parse(record, { topic, partition, offset, appendTime })) rows.push(row);
    bytes += sizeOf(record);
    parsed += 1;
    if (parsed % RECORDS_PER_TURN === 0) await setImmediate();
    const isFull = rows.length >= limits.maxRows || bytes >= limits.maxBytes;
    if (!isFull && dayOf(records[index + 1]) === dayOf(record)) continue;
    yield { end: offset + 1, rows, bytes };
    rows = [];
    bytes = 0;
  }
}

/** Size of a record as limits and counters take it: bytes, or units of text. */
export function sizeOf({ value }: LogRecord): number {
  return value?.length ?? 0;
}

function dayOf(record: LogRecord | undefined): number {
  return record === undefined ? Number.NaN : Math.floor(record.appendTime / DAY_MS);
}
