import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { clfHead, type ClfHead, type ClfLayout } from './clf-head.js';
import { type ClfTailReader, readClfTail } from './clf-tail.js';
import { clfTime } from './clf-time.js';
import { closingQuote, unescapeLogged } from './quoted-text.js';
import { parseRequestLine } from './request-line.js';
import { readUsualLine } from './usual-line.js';

/**
 * Scans a line of the family of the common log format once, from `] "` outwards: nothing a visitor
 * can put into a user name may contain it, because servers escape quotes.
 */
export function scanClfLine(
  line: string,
  layout: ClfLayout,
  readTail: ClfTailReader = readClfTail,
): RawRequest | RejectReason {
  const usual = layout === 'vhost' ? null : readUsualLine(line, readTail);
  return usual ?? scanAnyLine(line, layout, readTail);
}

/** The whole grammar. */
export function scanAnyLine(
  line: string,
  layout: ClfLayout,
  readTail: ClfTailReader,
): RawRequest | RejectReason {
  const bracket = line.indexOf('] "');
  const open = bracket < 0 ? -1 : line.lastIndexOf('[', bracket);
  if (open < 1) return 'unknown_format';
  const requestEnd = closingQuote(line, bracket + 3);
  const head = requestEnd < 0 ? null : clfHead(line.slice(0, open), layout);
  if (head === null)
    return line.startsWith('- ') ? 'missing_field:client_address' : 'unknown_format';
  const request = emptyRawRequest();
  request.eventTime = clfTime(line.slice(open + 1, bracket));
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  applyHead(head, request);
  applyRequestLine(line.slice(bracket + 3, requestEnd), request);
  const afterSize = readStatusAndSize(line, requestEnd + 1, request);
  if (afterSize < 0) return 'bad_status';
  const hasUserAgent = readHeaders(line, afterSize, request, readTail);
  if (request.layout === '') request.layout = layoutOf(head.vhost !== '', hasUserAgent);
  return request;
}

function layoutOf(hasVhost: boolean, hasUserAgent: boolean): RawRequest['layout'] {
  if (hasVhost) return 'vhost_combined';
  return hasUserAgent ? 'combined' : 'common';
}

function applyHead(head: ClfHead, request: RawRequest): void {
  request.client = head.client;
  request.host = head.vhost;
  request.account = head.user === '' ? '' : unescapeLogged(head.user);
  request.requestId = head.requestId;
  request.forwardedFor = head.forwardedFor;
}

function applyRequestLine(logged: string, request: RawRequest): void {
  request.requestLine = logged;
  const parts = parseRequestLine(logged);
  if (parts === null) return;
  request.method = parts.method;
  request.target = unescapeLogged(parts.target);
  request.protocolVersion = parts.version;
}

/** Reads ` 200 1234` and returns where it ends, or -1 where the status is none. */
function readStatusAndSize(line: string, from: number, request: RawRequest): number {
  const statusEnd = wordEnd(line, from + 1);
  const status = line.slice(from + 1, statusEnd);
  if (status !== '-') {
    request.status = /^\d{3}$/.test(status) ? Number(status) : -1;
    if (request.status < 0) return -1;
  }
  const sizeEnd = wordEnd(line, statusEnd + 1);
  const size = line.slice(statusEnd + 1, sizeEnd);
  if (/^\d{1,15}$/.test(size)) request.responseBodySize = Number(size);
  // Apache's %b writes `-` for no bytes; without a status there was no answer at all.
  else if (size === '-') request.responseBodySize = status === '-' ? null : 0;
  else return statusEnd;
  return sizeEnd;
}

function wordEnd(line: string, from: number): number {
  const space = line.indexOf(' ', from);
  return space < 0 ? line.length : space;
}

/** Reads referer, user agent and what follows; false where the line has none of it. */
function readHeaders(
  line: string,
  from: number,
  request: RawRequest,
  readTail: ClfTailReader,
): boolean {
  const refererStart = quoteAt(line, from);
  if (refererStart < 0) {
    readTail(line, from, request);
    return false;
  }
  const refererEnd = endOfQuoted(line, refererStart);
  request.referer = header(line, refererStart, refererEnd);
  const agentStart = quoteAt(line, refererEnd + 1);
  if (agentStart < 0) return false;
  const agentEnd = endOfQuoted(line, agentStart);
  request.userAgent = header(line, agentStart, agentEnd);
  readTail(line, agentEnd + 1, request);
  return true;
}

/** Position after the quote that begins at the next non-space character, or -1. */
function quoteAt(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 32) at++;
  return line.charCodeAt(at) === 34 ? at + 1 : -1;
}

/** End of a quoted text; a line cut off by its writer ends the text as well. */
function endOfQuoted(line: string, start: number): number {
  const end = closingQuote(line, start);
  return end < 0 ? line.length : end;
}

function header(line: string, start: number, end: number): string {
  const length = end - start;
  if (length === 0 || (length === 1 && line.charCodeAt(start) === 45)) return '';
  // Four logged characters make at most one of the header's (`\xHH`), so this loses nothing.
  return unescapeLogged(line.slice(start, Math.min(end, start + LONGEST_LOGGED_HEADER)));
}

const LONGEST_LOGGED_HEADER = 4 * 2048;
