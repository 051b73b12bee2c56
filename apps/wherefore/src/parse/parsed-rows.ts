import { EnvelopeFailure, unwrap } from '#libs/envelope';
import { type LineContext, type LogItem, redactText, type Source } from '#libs/traffic';
import { eventRow } from './event-row.js';
import { createItemReader, type ItemReading } from './item-reading.js';

export interface RowOptions {
  readonly source: Source;
  readonly hash: (value: string) => string;
  /** With secrets, and ids instead of their hashes. */
  readonly plain: boolean;
}

/** Rows of `access_events` as objects; a line that is no request becomes a row with a `reject_reason` and its text. */
export type Row = Readonly<Record<string, unknown>>;

/** Makes rows of the lines of one file, each as if it were one Kafka message; what W3C directives say holds for the rest. */
export function createRowMaker(options: RowOptions): (line: string) => Row[] {
  const { source, hash } = options;
  const read = createItemReader(source, hash);
  const context: LineContext = { fields: [] };
  return (line) =>
    unwrap(line).map((item) => {
      if (item instanceof EnvelopeFailure) return rejectRow(item.failure, textOf(item), options);
      const reading = read(item, context);
      return reading.kind === 'reject'
        ? rejectRow(reading.reason, item, options)
        : requestRow(reading, options);
    });
}

const textOf = ({ bytes }: EnvelopeFailure): string => Buffer.from(bytes).toString('utf8');

function requestRow(
  { format, event, plain }: ItemReading & { kind: 'event' },
  options: RowOptions,
): Row {
  return {
    source_name: options.source.name,
    source_format: format,
    ...eventRow(event),
    ...(options.plain && withSecrets(plain)),
  };
}

/** The columns that are redacted or hashed for the store. */
function withSecrets(plain: Readonly<Record<string, unknown>>): Row {
  const {
    url_path = '',
    url_query = '',
    http_request_referer = '',
    request_line_original = '',
    session = '',
    user_name = '',
  } = plain;
  return {
    url_path,
    url_query,
    http_request_referer,
    request_line_original,
    session_key: session,
    account_key: user_name,
  };
}

function rejectRow(reason: string, item: LogItem, { source, hash, plain }: RowOptions): Row {
  const text = typeof item === 'string' ? item : JSON.stringify(item);
  return {
    source_name: source.name,
    reject_reason: reason,
    raw: plain ? text : redactText(text, hash),
  };
}
