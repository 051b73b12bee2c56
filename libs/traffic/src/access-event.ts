import { type EventDetails } from './event-details.js';
import { type PathRole } from './path-roles.js';
import { type RequestProbe } from './request-probe.js';

/**
 * One request as one log line tells it, in the units and names of the `access_events` table:
 * OpenTelemetry HTTP attribute names with `.` written as camel case.
 *
 * Absent text is `''`, an absent number is `null`, so that a value is never invented. Text is capped
 * before anything looks at it: user agent 1,024, URL 8,192, referer 2,048 characters.
 */
export interface AccessEvent {
  /** Milliseconds since the epoch, UTC, as logged; see `eventTimeKind` for which instant it is. */
  readonly eventTime: number;
  /** Whether the logged time is the request's start (Apache), its end (nginx), or not known. */
  readonly eventTimeKind: 'start' | 'end' | 'unknown';
  /** The visitor's address in RFC 5952 text, IPv4 dotted; a lower-case host name where the log has one instead. */
  readonly clientAddress: string;
  /** The TCP peer, where it differs from the visitor; else `''`. */
  readonly networkPeerAddress: string;
  readonly httpRequestMethod: string;
  readonly urlScheme: string;
  /** The host the visitor asked for (Host header), lower case, without port; never the backend. */
  readonly serverAddress: string;
  readonly serverPort: number | null;
  readonly urlPath: string;
  /** Without the leading `?`; secrets already replaced, see `redactions`. */
  readonly urlQuery: string;
  /**
   * The request line as logged (escapes kept, secrets redacted) where it is not HTTP (binary probes,
   * one word, `-`) or addresses somebody else's host (proxy attempts); else `''`.
   */
  readonly requestLineOriginal: string;
  /** `1.0`, `1.1`, `2`, `3` (or what the visitor claimed, `0.9`, `1.2`), or `''`. */
  readonly networkProtocolVersion: string;
  /** 0 where the client left before an answer or the log shows none. */
  readonly httpResponseStatusCode: number;
  readonly httpResponseBodySize: number | null;
  readonly httpRequestSize: number | null;
  readonly userAgentOriginal: string;
  readonly httpRequestReferer: string;
  readonly httpRequestXForwardedFor: string;
  readonly durationMs: number | null;
  readonly requestId: string;
  /** Keyed hash of the session id, where the source names one; else `''`. */
  readonly sessionKey: string;
  /** Keyed hash of the account or user name, where the log has one; else `''`. */
  readonly accountKey: string;
  /** The API client (third-party provider, OAuth client) in whose name the request was made; else `''`. */
  readonly apiClient: string;
  /** The path with identifiers collapsed, e.g. `/accounts/{id}`. */
  readonly urlPathTemplate: string;
  readonly urlPathRole: PathRole;
  readonly requestProbe: RequestProbe;
  /** What was redacted: place (`path`, `query`, `referer`, `request_line`) and kind, e.g. `query:token`; sorted, distinct. */
  readonly redactions: readonly string[];
  /** What only some formats log; `null` where the line has none of it. */
  readonly details: EventDetails | null;
}
