import { type LogPosition, type StoredLine } from '#libs/store';
import { createLineParser, redactText, type Source } from '#libs/traffic';
import { messageLines } from '../decode/message-lines.js';
import { type LogRecord } from '../source/log-source.js';

/** UTF-16 units kept of a rejected line before it is redacted; in UTF-8 they fit the 64 KiB of the column. */
const LONGEST_RAW = 16_384;

/** Where a record stands. */
type RecordPlace = Omit<LogPosition, 'index'>;

/** Turns one record into the rows it stands for, at least one; see `createRecordParser`. */
export type RecordParser = (record: LogRecord, place: RecordPlace) => StoredLine[];

/**
 * A parser for the records of one source. What cannot be parsed becomes a reject row with its text,
 * secrets removed, so that nothing of the log is missing from the store. Never throws.
 */
export function createRecordParser(
  source: Source,
  keyedHash: (value: string) => string,
): RecordParser {
  const parseLine = createLineParser(source, keyedHash);
  const sourceName = source.name;
  return (record, place) => {
    if (record.undecodable !== undefined) return [undecodable(record.undecodable, place)];
    return messageLines(record).map((line, index) => storedLine(line, positionAt(place, index)));
  };

  function storedLine(line: string, position: LogPosition): StoredLine {
    const parsed = parseLine(line);
    if (parsed.kind === 'event') {
      const { kind, format, event } = parsed;
      return { position, source: sourceName, kind, format, event };
    }
    const raw = redactText(line.slice(0, LONGEST_RAW), keyedHash);
    return { position, source: sourceName, kind: 'reject', reason: parsed.reason, raw };
  }

  function undecodable(why: string, place: RecordPlace): StoredLine {
    const position = positionAt(place, 0);
    return { position, source: sourceName, kind: 'reject', reason: 'undecodable', raw: why };
  }
}

/** Written out, since this runs for every line and a spread costs several times as much. */
function positionAt(place: RecordPlace, index: number): LogPosition {
  const { topic, partition, offset, appendTime } = place;
  return { topic, partition, offset, index, appendTime };
}
