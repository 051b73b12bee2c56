import { decodeText, EnvelopeFailure, unwrap, type UnwrappedItem } from '#libs/envelope';
import { type Enricher } from '#libs/reference';
import { type EventBlock, type LogPosition, type StoredLine } from '#libs/store';
import {
  createLineParser,
  type LineContext,
  type LogItem,
  redactText,
  type Source,
} from '#libs/traffic';
import { type LogRecord } from '../source/log-source.js';
import { type KnownPieces } from './known/known-pieces.js';
import { FlatLines, hasFlatObjects } from './known/flat-lines.js';
import { hasUsualLines, UsualLines } from './known/usual-lines.js';

/** UTF-16 units kept of a rejected line before it is redacted; in UTF-8 they fit the 64 KiB of the column. */
const LONGEST_RAW = 16_384;

/** Where a record stands. */
type RecordPlace = Omit<LogPosition, 'index'>;

/** Adds the rows a record stands for to a block, at least one. @returns the reasons of those that are rejects */
export type RecordParser = (
  record: LogRecord,
  place: RecordPlace,
  block: EventBlock,
) => readonly string[];

export interface RecordParserParts {
  readonly keyedHash: (value: string) => string;
  readonly enrich: Enricher;
  /** Shared by all parsers; its vocabulary is that of the blocks. */
  readonly known: KnownPieces;
}

const OPENING_BRACE = 123;
const NO_REJECTS: readonly string[] = [];

/**
 * A parser for the records of one source. What cannot be parsed becomes a reject row with its text,
 * secrets removed, so that nothing of the log is missing from the store. Never throws.
 */
export function createRecordParser(source: Source, parts: RecordParserParts): RecordParser {
  const rowOf = createRowReader(source, parts);
  const usual = hasUsualLines(source) ? new UsualLines(source, parts.known, parts.keyedHash) : null;
  const flat = hasFlatObjects(source) ? new FlatLines(source, parts.known, parts.keyedHash) : null;
  return (record, place, block) => {
    const { value } = record;
    if (value instanceof Uint8Array && !isBehindDirective(record)) {
      const lines = value[0] === OPENING_BRACE ? flat : usual;
      if (lines?.addMessage(value, positionAt(place, 0), block) === true) return NO_REJECTS;
    }
    const reject = missing(record);
    if (reject === null) return addItems(record, place, block);
    const { reason } = reject;
    block.add({ position: positionAt(place, 0), source: source.name, kind: 'reject', ...reject });
    return [reason];
  };

  function addItems(record: LogRecord, place: RecordPlace, block: EventBlock): readonly string[] {
    const items = unwrap(record.value);
    const context = record.context ?? { fields: [] };
    // A message that is one line has been tried as a whole.
    const isTried = items.length === 1 && typeof record.value !== 'string';
    const lines = isTried || isBehindDirective(record) ? null : usual;
    const rejects: string[] = [];
    for (const [index, item] of items.entries()) {
      const position = positionAt(place, index);
      if (typeof item === 'string' && lines?.addLine(item, position, block) === true) continue;
      const row = rowOf(item, position, context);
      block.add(row);
      if (row.kind === 'reject') rejects.push(row.reason);
    }
    return rejects;
  }
}

/** Whether a directive before it, as W3C logs have, says how its lines are to be read. */
function isBehindDirective({ context }: LogRecord): boolean {
  return context !== undefined && context.fields.length > 0;
}

/** Why a record has no content, and what is kept of that. */
function missing({
  undecodable,
  missingFrom,
  offset,
}: LogRecord): { reason: string; raw: string } | null {
  if (undecodable !== undefined) return { reason: 'undecodable', raw: undecodable };
  if (missingFrom === undefined) return null;
  return { reason: 'gap', raw: JSON.stringify({ from: missingFrom, to: offset + 1 }) };
}

type RowReader = (item: UnwrappedItem, position: LogPosition, context: LineContext) => StoredLine;

function createRowReader(source: Source, { keyedHash, enrich }: RecordParserParts): RowReader {
  const parseItem = createLineParser(source, keyedHash);
  const sourceName = source.name;
  const reject = (position: LogPosition, reason: string, raw: string): StoredLine => ({
    position,
    source: sourceName,
    kind: 'reject',
    reason,
    raw,
  });
  return (item, position, context) => {
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
  };
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
