import { decodeText, EnvelopeFailure, unwrap, type UnwrappedItem } from '#libs/envelope';
import { type Enricher } from '#libs/reference';
import { type LogPosition, type StoredLine } from '#libs/store';
import {
  createLineParser,
  type LineContext,
  type LogItem,
  redactText,
  type Source,
} from '#libs/traffic';
import { type LogRecord } from '../source/log-source.js';

/** UTF-16 units kept of a rejected line before it is redacted; in UTF-8 they fit the 64 KiB of the column. */
const LONGEST_RAW = 16_384;

/** Where a record stands. */
type RecordPlace = Omit<LogPosition, 'index'>;

/** Turns one record into the rows it stands for, at least one. */
export type RecordParser = (record: LogRecord, place: RecordPlace) => StoredLine[];

/**
 * A parser for the records of one source. What cannot be parsed becomes a reject row with its text,
 * secrets removed, so that nothing of the log is missing from the store. Never throws.
 */
export function createRecordParser(
  source: Source,
  keyedHash: (value: string) => string,
  enrich: Enricher,
): RecordParser {
  const parseItem = createLineParser(source, keyedHash);
  const sourceName = source.name;
  return (record, place) => {
    if (record.undecodable !== undefined) {
      return [reject(positionAt(place, 0), 'undecodable', record.undecodable)];
    }
    if (record.missingFrom !== undefined) {
      const gap = { from: record.missingFrom, to: record.offset + 1 };
      return [reject(positionAt(place, 0), 'gap', JSON.stringify(gap))];
    }
    const items = unwrap(record.value);
    const context = record.context ?? { fields: [] };
    return items.map((item, index) => rowOf(item, positionAt(place, index), context));
  };

  function rowOf(item: UnwrappedItem, position: LogPosition, context: LineContext): StoredLine {
    if (item instanceof EnvelopeFailure) {
      const bytes = Buffer.from(item.bytes).subarray(0, LONGEST_RAW);
      return reject(position, item.failure, redactText(decodeText(bytes), keyedHash));
    }
    const parsed = parseItem(item, context);
    if (parsed.kind === 'reject') {
      return reject(position, parsed.reason, redactText(textOf(item), keyedHash));
    }
    const { kind, format, event } = parsed;
    const enrichment = enrich(event.clientAddress, event.userAgentOriginal);
    return { position, source: sourceName, kind, format, event, enrichment };
  }

  function reject(position: LogPosition, reason: string, raw: string): StoredLine {
    return { position, source: sourceName, kind: 'reject', reason, raw };
  }
}

function textOf(item: LogItem): string {
  const text = typeof item === 'string' ? item : JSON.stringify(item);
  return text.slice(0, LONGEST_RAW);
}

/** Written out, since this runs for every line and a spread costs several times as much. */
function positionAt(place: RecordPlace, index: number): LogPosition {
  const { topic, partition, offset, appendTime } = place;
  return { topic, partition, offset, index, appendTime };
}
