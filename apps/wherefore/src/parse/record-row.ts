import { redactText, type Source } from '#libs/traffic';
import { eventRow } from './event-row.js';
import { type ReadRecord } from './record-reader.js';

export interface RowOptions {
  readonly source: Source;
  readonly hash: (value: string) => string;
  /** With secrets, and ids instead of their hashes. */
  readonly plain: boolean;
}

/** A row of `access_events` as an object; a record that is no request has a `reject_reason` and its text instead. */
export function recordRow(
  { reading, text }: ReadRecord,
  { source, hash, plain }: RowOptions,
): Readonly<Record<string, unknown>> {
  if (reading.kind === 'reject') {
    const raw = plain ? text : redactText(text, hash);
    return { source_name: source.name, reject_reason: reading.reason, raw };
  }
  return {
    source_name: source.name,
    source_format: reading.format,
    ...eventRow(reading.event),
    ...(plain && withSecrets(reading.explain().plain)),
  };
}

/** The columns that are redacted or hashed for the store. */
function withSecrets(plain: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const {
    url_path = '',
    url_query = '',
    http_request_referer = '',
    request_line_original = '',
    session: session_key = '',
    user_name: account_key = '',
  } = plain;
  return {
    url_path,
    url_query,
    http_request_referer,
    request_line_original,
    session_key,
    account_key,
  };
}
