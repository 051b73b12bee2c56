import { type LogPosition, type StoredLine } from '#libs/store';
import { createLineParser, type ParsedLine, redactText, type Source } from '#libs/traffic';
import { messageLines } from '../decode/message-lines.js';
import { type LogRecord } from '../source/log-source.js';

/** UTF-16 units kept of a rejected line, redacted; a quarter of what the column holds, for it may grow. */
const LONGEST_RAW = 16_384;

/** Where a record stands. */
export type RecordPlace = Omit<LogPosition, 'index'>;

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
  return (record, place) => {
    if (record.undecodable !== undefined) {
      const raw = record.undecodable;
      return [
        {
          position: { ...place, index: 0 },
          source: source.name,
          kind: 'reject',
          reason: 'undecodable',
          raw,
        },
      ];
    }
    return messageLines(record).map((line, index) =>
      storedLine(parseLine(line), line, { ...place, index }),
    );
  };

  function storedLine(parsed: ParsedLine, line: string, position: LogPosition): StoredLine {
    if (parsed.kind === 'event') return { position, source: source.name, ...parsed };
    const raw = redactText(line.slice(0, LONGEST_RAW), keyedHash);
    return { position, source: source.name, ...parsed, raw };
  }
}
