import { EnvelopeFailure, unwrap } from '#libs/envelope';
import { type LineContext, type LogItem, type Source } from '#libs/traffic';
import { createItemReader, type ItemReading } from './item-reading.js';

/** What becomes of one record of a log. */
export interface ReadRecord {
  /** Counted from 1; the records of one line share it. */
  readonly line: number;
  readonly reading: ItemReading | { readonly kind: 'reject'; readonly reason: string };
  /** The record as it is, secrets included. */
  readonly text: string;
}

/**
 * Reads the lines of one file in order, each as one Kafka message of the source; what a W3C directive says holds for the lines
 * that follow.
 */
export function createRecordReader(
  source: Source,
  hash: (value: string) => string,
): (line: string) => ReadRecord[] {
  const read = createItemReader(source, hash);
  const context: LineContext = { fields: [] };
  let number = 0;
  return (line) => {
    number++;
    return unwrap(line).map((item) => ({
      line: number,
      reading:
        item instanceof EnvelopeFailure
          ? { kind: 'reject', reason: item.failure }
          : read(item, context),
      text: textOf(item),
    }));
  };
}

function textOf(item: LogItem | EnvelopeFailure): string {
  if (item instanceof EnvelopeFailure) return Buffer.from(item.bytes).toString('utf8');
  return typeof item === 'string' ? item : JSON.stringify(item);
}
