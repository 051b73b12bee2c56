import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type ClfTailReader } from './clf-tail.js';
import { clfTime } from './clf-time.js';
import { isIpv4 } from './ipv4.js';

const SPACE = 32;
const QUOTE = 34;
const DASH = 45;
const SLASH = 47;
const ZERO = 48;
const CLOSING_BRACKET = 93;

const NOBODY = ' - - [';
/** Of `22/Nov/2026:22:00:00 +0000`. */
const TIME_LENGTH = 26;
/** Of ` HTTP/1.1`. */
const VERSION_LENGTH = 9;
/** Where `0` and `1` follow `HTTP/1.`, or `HTTP/2.0` ends the line. */
const VERSIONS: Readonly<Record<string, string>> = { '1.1': '1.1', '2.0': '2', '1.0': '1.0' };

/**
 * Reads what nearly all lines of the common log format look like: an IPv4 client, nobody's name, an
 * HTTP request for a path, a status, a size, referer and user agent, and no escapes. Null for every
 * other line: then the whole grammar is asked, which gives the same for these lines and takes longer.
 */
export function readUsualLine(line: string, readTail: ClfTailReader): RawRequest | null {
  const clientEnd = line.indexOf(' ');
  const time = clientEnd + NOBODY.length;
  const start = time + TIME_LENGTH + 3;
  if (!hasUsualHead(line, clientEnd, start)) return null;
  const end = line.indexOf('"', start);
  const sizeEnd = line.indexOf(' ', end + 6);
  const request = end < 0 ? null : readRequest(line, start, end);
  if (request === null) return null;
  request.client = line.slice(0, clientEnd);
  request.eventTime = timeAt(line, time);
  request.status = statusAt(line, end + 1);
  const size = sizeBetween(line, end + 6, sizeEnd);
  request.responseBodySize = size;
  if (request.status < 0 || size < 0 || Number.isNaN(request.eventTime)) return null;
  return isIpv4(request.client) ? readHeaders(line, sizeEnd, request, readTail) : null;
}

/** ` - - [time] "` with no backslash in the whole line. */
function hasUsualHead(line: string, clientEnd: number, request: number): boolean {
  return (
    line.startsWith(NOBODY, clientEnd) &&
    line.charCodeAt(request - 1) === QUOTE &&
    line.charCodeAt(request - 3) === CLOSING_BRACKET &&
    !line.includes('\\')
  );
}

/** Three digits between spaces; -1 for anything else. */
function statusAt(line: string, space: number): number {
  if (line.charCodeAt(space) !== SPACE || line.charCodeAt(space + 4) !== SPACE) return -1;
  return sizeBetween(line, space + 1, space + 4);
}

/** A whole number of one to fifteen digits; -1 for anything else. */
function sizeBetween(line: string, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1;
  let size = 0;
  for (let at = start; at < end; at++) {
    const digit = line.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    size = size * 10 + digit;
  }
  return size;
}

/** Lines of one second come together: the last time read is remembered. */
let lastTime = '';
let lastTimeMs = NaN;

function timeAt(line: string, start: number): number {
  if (lastTime !== '' && line.startsWith(lastTime, start)) return lastTimeMs;
  const text = line.slice(start, start + TIME_LENGTH);
  const milliseconds = clfTime(text);
  if (!Number.isNaN(milliseconds)) {
    lastTime = ` ${text}`.slice(1);
    lastTimeMs = milliseconds;
  }
  return milliseconds;
}

function readRequest(line: string, start: number, end: number): RawRequest | null {
  const space = line.indexOf(' ', start);
  const version = end - VERSION_LENGTH;
  if (space >= version || !line.startsWith(' HTTP/', version)) return null;
  const protocolVersion = VERSIONS[line.slice(version + 6, end)];
  if (protocolVersion === undefined || line.charCodeAt(space + 1) !== SLASH) return null;
  if (!isMethod(line, start, space)) return null;
  const request = emptyRawRequest();
  request.layout = 'combined';
  request.method = line.slice(start, space);
  request.target = line.slice(space + 1, version);
  request.protocolVersion = protocolVersion;
  request.requestLine = line.slice(start, end);
  return request;
}

/** Up to ten capital letters. */
function isMethod(line: string, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 10) return false;
  for (let at = start; at < end; at++) {
    const code = line.charCodeAt(at);
    if (code < 65 || code > 90) return false;
  }
  return true;
}

function readHeaders(
  line: string,
  space: number,
  request: RawRequest,
  readTail: ClfTailReader,
): RawRequest | null {
  const referer = space + 2;
  if (line.charCodeAt(referer - 1) !== QUOTE) return null;
  const refererEnd = line.indexOf('"', referer);
  const agent = refererEnd + 3;
  if (refererEnd < 0 || line.charCodeAt(agent - 1) !== QUOTE) return null;
  const agentEnd = line.indexOf('"', agent);
  if (agentEnd < 0 || line.charCodeAt(refererEnd + 1) !== SPACE) return null;
  request.referer = header(line, referer, refererEnd);
  request.userAgent = header(line, agent, agentEnd);
  if (agentEnd + 1 < line.length) readTail(line, agentEnd + 1, request);
  return request;
}

function header(line: string, start: number, end: number): string {
  return end - start === 1 && line.charCodeAt(start) === DASH ? '' : line.slice(start, end);
}
