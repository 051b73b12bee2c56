import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { clfHead } from './clf-head.js';
import { type ClfTailReader } from './clf-tail.js';
import { lineTokens, type LineToken } from './line-tokens.js';
import { unescapeLogged } from './quoted-text.js';
import { parseRequestLine } from './request-line.js';
import { readClientAfterTime, readExtras } from './varied-head.js';
import { readVariedTail } from './varied-tail.js';
import { variedTime } from './varied-time.js';

/** How lines of one source are read. */
export interface VariedLineSettings {
  /** Zone of times logged without one, minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  readonly readTail: ClfTailReader;
}

/**
 * Reads lines of the owner's own design out of the pieces of the common log format: time first, the site
 * between time and request, quoted numbers, a target without its method, sizes and times in another order,
 * Apache's log of TLS requests, cPanel's dates. Null where time, client or request are not found for certain.
 */
export function scanVariedLine(line: string, settings: VariedLineSettings): RawRequest | null {
  const tokens = lineTokens(line);
  const found = findRequest(tokens);
  if (found === null) return null;
  const request = emptyRawRequest();
  const head = tokens.slice(0, found.index);
  if (!readHead(line, head, settings, request)) return null;
  applyRequest(found.text, head, request);
  const tail = tokens.slice(found.index + found.length);
  return readVariedTail(line, tail, settings.readTail, request) ? request : null;
}

interface FoundRequest {
  readonly text: string;
  readonly index: number;
  /** How many pieces it takes. */
  readonly length: number;
}

/** The quoted text with a status behind it, or else one that is a request, or else three words that are. */
function findRequest(tokens: readonly LineToken[]): FoundRequest | null {
  const beforeStatus = tokens.findIndex(
    ({ kind }, index) => kind === 'quoted' && isStatus(tokens[index + 1]),
  );
  const index =
    beforeStatus > 0
      ? beforeStatus
      : tokens.findIndex(({ kind, text }) => kind === 'quoted' && isRequest(text));
  if (index >= 0 && isRequest(tokens[index]?.text ?? '')) return requestAt(tokens, index, 1);
  const bare = tokens.findIndex(
    ({ text }, at) => METHOD.test(text) && (tokens[at + 2]?.text ?? '').startsWith('HTTP/'),
  );
  if (bare >= 0) return requestAt(tokens, bare, 3);
  return index < 0 ? null : requestAt(tokens, index, 1);
}

function isRequest(text: string): boolean {
  return text.startsWith('/') || parseRequestLine(text) !== null;
}

function requestAt(tokens: readonly LineToken[], index: number, length: number): FoundRequest {
  const words = tokens.slice(index, index + length).map(({ text }) => text);
  return { text: words.join(' '), index, length };
}

function isStatus(token: LineToken | undefined): boolean {
  return token !== undefined && /^(?:\d{3}|-)$/.test(token.text);
}

interface FoundTime {
  readonly time: number;
  readonly index: number;
  /** How many pieces it takes. */
  readonly length: number;
}

function readHead(
  line: string,
  head: readonly LineToken[],
  { utcOffsetMinutes }: VariedLineSettings,
  request: RawRequest,
): boolean {
  const found = findTime(head, utcOffsetMinutes);
  if (found === null) return false;
  request.eventTime = found.time;
  const after = head.slice(found.index + found.length);
  if (found.index > 0) {
    readExtras(after, request);
    return readClientBeforeTime(line.slice(0, head[found.index]?.start), request);
  }
  const extras = readClientAfterTime(after, request);
  if (extras !== null) readExtras(extras, request);
  return extras !== null;
}

/** A time that begins the line, or else the last one: a user name in front of it could hold another. */
function findTime(head: readonly LineToken[], utcOffsetMinutes: number): FoundTime | null {
  const first = timeAt(head, 0, utcOffsetMinutes);
  if (first !== null) return first;
  for (let index = head.length - 1; index > 0; index--) {
    const found = timeAt(head, index, utcOffsetMinutes);
    if (found !== null) return found;
  }
  return null;
}

function timeAt(
  head: readonly LineToken[],
  index: number,
  utcOffsetMinutes: number,
): FoundTime | null {
  const [one, two] = head.slice(index, index + 2);
  if (one === undefined || !DATE_OR_SECONDS.test(one.text)) return null;
  if (one.kind === 'word' && two?.kind === 'word') {
    // `22/Nov/2026:22:00:00 +0100` and `2026-11-22 22:00:00` without brackets are two words.
    const time = variedTime(`${one.text} ${two.text}`, utcOffsetMinutes);
    if (!Number.isNaN(time)) return { time, index, length: 2 };
  }
  const time = variedTime(one.text, utcOffsetMinutes);
  return Number.isNaN(time) ? null : { time, index, length: 1 };
}

const DATE_OR_SECONDS = /^(?:\d\d\/|\d{4}-\d\d-|\d{10}\.\d{3}$)/;

function readClientBeforeTime(text: string, request: RawRequest): boolean {
  const head = clfHead(text, 'guess');
  if (head === null) return false;
  request.client = head.client;
  request.host = head.vhost || request.host;
  request.account = head.user === '' ? '' : unescapeLogged(head.user);
  request.requestId = head.requestId || request.requestId;
  request.forwardedFor = head.forwardedFor || request.forwardedFor;
  return true;
}

function applyRequest(logged: string, head: readonly LineToken[], request: RawRequest): void {
  const parts = parseRequestLine(logged);
  request.requestLine = logged;
  if (parts !== null) {
    request.method = parts.method;
    request.target = unescapeLogged(parts.target);
    request.protocolVersion = parts.version;
  } else if (logged.startsWith('/')) {
    request.method = head.find(({ text }) => METHOD.test(text))?.text ?? '';
    request.target = unescapeLogged(logged);
  }
}

const METHOD = /^(?:GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS|CONNECT|TRACE|PROPFIND)$/;
