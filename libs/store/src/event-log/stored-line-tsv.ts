import { type AccessEvent } from '#libs/traffic';

import { type LogPosition, type StoredLine } from './stored-line.js';
import {
  tsvAddress,
  tsvNullableFloat,
  tsvNullableSize,
  tsvText,
  tsvTextArray,
  tsvUnsigned,
} from './tsv-field.js';
import { representableTime, tsvTime } from './tsv-time.js';

/** Columns of `access_events` in the order of {@link storedLinesTsv}. */
export const storedLineColumns = [
  'kafka_topic',
  'kafka_partition',
  'kafka_offset',
  'kafka_index',
  'kafka_append_time',
  'source_name',
  'source_format',
  'reject_reason',
  'raw',
  'event_time',
  'event_time_kind',
  'event_time_suspect',
  'client_address',
  'client_host',
  'network_peer_address',
  'http_request_method',
  'url_scheme',
  'server_address',
  'server_port',
  'url_path',
  'url_query',
  'request_line_original',
  'network_protocol_version',
  'http_response_status_code',
  'http_response_body_size',
  'http_request_size',
  'user_agent_original',
  'http_request_referer',
  'http_request_x_forwarded_for',
  'duration_ms',
  'request_id',
  'session_key',
  'account_key',
  'api_client',
  'url_path_template',
  'url_path_role',
  'request_probe',
  'redactions',
] as const;

/** Event times this much ahead of the append time are not believed: a clock is wrong or a line is forged. Milliseconds. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Characters of a rejected line that are kept: 64 KiB. */
const MAX_RAW = 65_536;

/** What a rejected line has in the columns from `event_time` on: the defaults of their types. */
const NO_EVENT = [
  tsvTime(0),
  'unknown',
  '0',
  '::',
  '',
  '::',
  ...Array.from({ length: 3 }, () => ''),
  '0',
  ...Array.from({ length: 4 }, () => ''),
  '0',
  '\\N',
  '\\N',
  ...Array.from({ length: 3 }, () => ''),
  '\\N',
  ...Array.from({ length: 7 }, () => ''),
  '[]',
].join('\t');

/**
 * Rows as TabSeparated bytes, columns as in {@link storedLineColumns}. Never throws and never drops a row: what does not fit
 * its column becomes that column's default, because one refused row would refuse the whole block.
 *
 * An event time more than 5 minutes ahead of the append time, more than `maxAgeMs` behind it, or beyond what the column
 * can hold (then clamped) is stored with `event_time_suspect = 1`.
 */
export const storedLinesTsv = (lines: readonly StoredLine[], maxAgeMs: number): Buffer => {
  let text = '';
  for (const line of lines) {
    const rest =
      line.kind === 'event'
        ? `${tsvText(line.format)}\t\t\t${eventFields(line.event, line.position.appendTime, maxAgeMs)}`
        : `\t${tsvText(line.reason || 'unknown')}\t${tsvText(line.raw.slice(0, MAX_RAW))}\t${NO_EVENT}`;
    text += `${positionFields(line.position)}\t${tsvText(line.source)}\t${rest}\n`;
  }
  return Buffer.from(text, 'utf8');
};

const positionFields = ({ topic, partition, offset, index, appendTime }: LogPosition): string =>
  `${tsvText(topic)}\t${partition}\t${offset}\t${index}\t${tsvTime(representableTime(appendTime))}`;

const eventFields = (event: AccessEvent, appendTime: number, maxAgeMs: number): string => {
  const time = representableTime(event.eventTime);
  const client = tsvAddress(event.clientAddress);
  return [
    tsvTime(time),
    event.eventTimeKind,
    isSuspect(event.eventTime, time, appendTime, maxAgeMs) ? '1' : '0',
    client || '::',
    client === '' ? tsvText(event.clientAddress) : '',
    tsvAddress(event.networkPeerAddress) || '::',
    requestFields(event),
    tsvUnsigned(event.httpResponseStatusCode, 65_535),
    tsvNullableSize(event.httpResponseBodySize),
    tsvNullableSize(event.httpRequestSize),
    tsvText(event.userAgentOriginal),
    tsvText(event.httpRequestReferer),
    tsvText(event.httpRequestXForwardedFor),
    tsvNullableFloat(event.durationMs),
    identityFields(event),
  ].join('\t');
};

const requestFields = (event: AccessEvent): string =>
  [
    tsvText(event.httpRequestMethod),
    tsvText(event.urlScheme),
    tsvText(event.serverAddress),
    tsvUnsigned(event.serverPort, 65_535),
    tsvText(event.urlPath),
    tsvText(event.urlQuery),
    tsvText(event.requestLineOriginal),
    tsvText(event.networkProtocolVersion),
  ].join('\t');

const identityFields = (event: AccessEvent): string =>
  [
    tsvText(event.requestId),
    tsvText(event.sessionKey),
    tsvText(event.accountKey),
    tsvText(event.apiClient),
    tsvText(event.urlPathTemplate),
    event.urlPathRole,
    event.requestProbe,
    tsvTextArray(event.redactions),
  ].join('\t');

const isSuspect = (logged: number, stored: number, appendTime: number, maxAgeMs: number): boolean =>
  Math.trunc(logged) !== stored ||
  logged > appendTime + MAX_AHEAD_MS ||
  logged < appendTime - maxAgeMs;
