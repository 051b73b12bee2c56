import { type LogFormatName } from './log-format-name.js';
import { type RawDetails } from './raw-details.js';

/**
 * What a log line says, before anything is derived or redacted: the common ground of all formats.
 * Absent text is `''`, absent numbers are `null`. Never leaves this library, for it holds secrets.
 */
export interface RawRequest {
  /** The layout in particular, where one reader tells several apart; else `''`. */
  layout: LogFormatName | '';
  eventTime: number;
  eventTimeKind: 'start' | 'end' | 'unknown';
  /** Address (with or without port or brackets) or host name. */
  client: string;
  peer: string;
  method: string;
  /** Request target: origin form (`/a?b`), absolute form (`http://host/a`), or `host:port` for CONNECT. */
  target: string;
  protocolVersion: string;
  /** The whole request line as logged; used where it is not HTTP or not for this host. */
  requestLine: string;
  scheme: string;
  /** Host asked for, with or without `:port`. */
  host: string;
  port: number | null;
  status: number;
  responseBodySize: number | null;
  requestSize: number | null;
  userAgent: string;
  referer: string;
  forwardedFor: string;
  durationMs: number | null;
  requestId: string;
  session: string;
  account: string;
  apiClient: string;
  /** What few formats log; `null` where the line has none of it, see `detailsOf`. */
  details: RawDetails | null;
}

/** A request of which nothing is known yet. */
export function emptyRawRequest(): RawRequest {
  return {
    layout: '',
    eventTime: 0,
    eventTimeKind: 'unknown',
    client: '',
    peer: '',
    method: '',
    target: '',
    protocolVersion: '',
    requestLine: '',
    scheme: '',
    host: '',
    port: null,
    status: 0,
    responseBodySize: null,
    requestSize: null,
    userAgent: '',
    referer: '',
    forwardedFor: '',
    durationMs: null,
    requestId: '',
    session: '',
    account: '',
    apiClient: '',
    details: null,
  };
}
