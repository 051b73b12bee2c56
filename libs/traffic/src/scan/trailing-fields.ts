import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type ClfTailReader, readClfTail } from './clf-tail.js';
import { joinLists, lineTokens, type LineToken } from './line-tokens.js';
import { loggedPort } from './logged-port.js';
import { unescapeLogged } from './quoted-text.js';

type FieldReader = (value: string, request: RawRequest) => void;

/** Names a source may give the fields behind the user agent; any other name, `ignore` say, passes one over. */
const FIELD_READERS: Readonly<Record<string, FieldReader>> = {
  duration_us: (value, request) => (request.durationMs = measured(value, 1e-3)),
  duration_ms: (value, request) => (request.durationMs = measured(value, 1)),
  duration_s: (value, request) => (request.durationMs = measured(value, 1e3)),
  bytes_in: (value, request) => (request.requestSize = whole(value)),
  bytes_out: (value, request) => (detailsOf(request).responseSize = whole(value)),
  request_id: (value, request) => (request.requestId = value),
  trace_id: (value, request) => (detailsOf(request).traceId = value),
  host: (value, request) => (request.host = value),
  port: (value, request) => (request.port = loggedPort(value)),
  scheme: (value, request) => (request.scheme = value.toLowerCase()),
  peer: (value, request) => (request.peer = value),
  x_forwarded_for: (value, request) => (request.forwardedFor = value),
  tls_protocol: (value, request) => (detailsOf(request).tlsProtocol = value),
  tls_cipher: (value, request) => (detailsOf(request).tlsCipher = value),
  tls_ja3: (value, request) => (detailsOf(request).tlsJa3 = value),
  tls_ja4: (value, request) => (detailsOf(request).tlsJa4 = value),
  cache_status: (value, request) => (detailsOf(request).cacheStatus = value),
  country: (value, request) => (detailsOf(request).clientCountry = value),
  session: (value, request) => (request.session = value),
  account: (value, request) => (request.account = value),
  api_client: (value, request) => (request.apiClient = value),
};

/** The names that mean something. */
export const TRAILING_FIELDS: readonly string[] = Object.keys(FIELD_READERS);

const HEADER_PREFIX = 'header:';
const LONGEST_VALUE = 4096;

/**
 * Reads the fields that follow the user agent by the names the source gives them, in order; fields a line
 * lacks stay unknown. `header:<name>` keeps a request header. Without names, what tells itself is taken.
 */
export function trailingFieldsReader(names: readonly string[] = []): ClfTailReader {
  if (names.length === 0) return readClfTail;
  const readers = names.map(fieldReader);
  return (line, from, request) => {
    const tokens = joinLists(lineTokens(line, from));
    for (const [index, read] of readers.entries()) {
      const token = tokens[index];
      const value = token === undefined ? '' : valueOf(token);
      if (value !== '' && value !== '-') read(value, request);
    }
  };
}

function fieldReader(name: string): FieldReader {
  const key = name.toLowerCase();
  if (Object.hasOwn(FIELD_READERS, key)) return FIELD_READERS[key] ?? passOver;
  return key.startsWith(HEADER_PREFIX) ? headerReader(key.slice(HEADER_PREFIX.length)) : passOver;
}

function passOver(): void {
  // A field nobody asked for.
}

function headerReader(name: string): FieldReader {
  return (value, request) => {
    const details = detailsOf(request);
    details.headers = new Map(details.headers).set(name, value);
  };
}

/** The value of `value`, `"value"`, `name=value` or `name="value"`. */
function valueOf({ kind, text }: LineToken): string {
  const equals = kind === 'word' ? /^[\w.-]{1,32}=/.exec(text) : null;
  const value = equals === null ? text : text.slice(equals[0].length);
  const bare = kind === 'word' && value.startsWith('"') ? value.slice(1, -1) : value;
  return unescapeLogged(bare.slice(0, LONGEST_VALUE));
}

function whole(value: string): number | null {
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** `5001`, `0.25`, `250ms`, `0/5001` (Apache's `%T/%D`): the last number, in other units; null where there is none. */
function measured(value: string, factor: number): number | null {
  const number = /(\d{1,15}(?:\.\d{1,9})?)[^\d/]{0,8}$/.exec(value)?.[1];
  return number === undefined ? null : Math.round(Number(number) * factor * 1e6) / 1e6;
}
