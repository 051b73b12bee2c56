import { type JsonLogFormat } from './json-log-format.js';
import { jsonLogFormats } from './json-log-formats.js';
import { type JsonRecord } from './json-record.js';
import { type LineContext } from './line-context.js';
import { type LogFormat } from './log-format.js';
import { type LogFormatName } from './log-format-name.js';
import { logFormats } from './log-formats.js';
import { type LogItem } from './log-item.js';
import { type RawRequest } from './raw-request.js';
import { type RejectReason } from './reject-reason.js';
import { parseRecord } from './scan/parse-record.js';
import { type Source } from './source.js';

/** Longer lines are dead letters: 1 MiB, the largest message Kafka takes by default. */
const LONGEST_LINE = 1_048_576;

/** A request as its line tells it, with the format that read it. */
export interface ReadRequest {
  readonly format: LogFormatName;
  readonly request: RawRequest;
}

/** Reads one item of a log; the same item and context always give the same answer. */
export type RequestReader = (item: LogItem, context: LineContext) => ReadRequest | RejectReason;

/** A reader for the items of one source: in the format it names, or in the first that recognises each. */
export function createRequestReader(source: Source): RequestReader {
  const readText = textReader(source);
  const readRecord = recordReader(source);
  return (item, context) => {
    if (typeof item !== 'string') return readRecord(item);
    if (item.length > LONGEST_LINE) return 'too_long';
    const line = item.trim();
    if (line === '') return 'empty';
    if (line.charCodeAt(0) !== OPENING_BRACE) return readText(line, context);
    const record = parseRecord(line);
    return record === null ? 'bad_json' : readRecord(record);
  };
}

const OPENING_BRACE = 123;

type Reader<Item extends LogItem> = (
  item: Item,
  context: LineContext,
) => ReadRequest | RejectReason;

function textReader(source: Source): Reader<string> {
  return readerOf(formatsOf(logFormats, source.format), source);
}

function recordReader(source: Source): (record: JsonRecord) => ReadRequest | RejectReason {
  const read: Reader<JsonRecord> = readerOf(formatsOf(jsonLogFormats, source.format), source);
  return (record) => read(record, NO_CONTEXT);
}

/** An object names its own fields. */
const NO_CONTEXT: LineContext = { fields: [] };

/** The format a source names, or all of them. */
function formatsOf<Format extends LogFormat | JsonLogFormat>(
  formats: readonly Format[],
  name: Source['format'],
): readonly Format[] {
  return name === 'auto' ? formats : formats.filter((format) => format.name === name);
}

interface FormatOf<Item extends LogItem> {
  readonly name: LogFormatName;
  readonly recognises: (item: Item, context: LineContext) => boolean;
  readonly createReader: (
    source: Source,
  ) => (item: Item, context: LineContext) => RawRequest | RejectReason;
}

function readerOf<Item extends LogItem>(
  formats: readonly FormatOf<Item>[],
  source: Source,
): Reader<Item> {
  const isGuessed = source.format === 'auto';
  const readers = formats.map((format) => ({ format, read: format.createReader(source) }));
  return (item, context) => {
    for (const { format, read } of readers) {
      if (isGuessed && !format.recognises(item, context)) continue;
      const request = read(item, context);
      if (typeof request === 'string') return request;
      return { format: request.layout === '' ? format.name : request.layout, request };
    }
    return 'unknown_format';
  };
}
