import { canonicalAddress } from '../canonical-address.js';
import { type RawRequest } from '../raw-request.js';
import { type ClfTailReader } from './clf-tail.js';
import { type LineToken } from './line-tokens.js';
import { unescapeLogged } from './quoted-text.js';

/**
 * Reads what follows the request: status, size, referer and user agent, with numbers of the owner's choice
 * between them. False where the first piece is no status.
 */
export function readVariedTail(
  line: string,
  tokens: readonly LineToken[],
  readTail: ClfTailReader,
  request: RawRequest,
): boolean {
  if (isTlsLog(request) && tokens.length < 2) return readTlsLogTail(tokens, request);
  const afterSize = readStatusAndSize(tokens, request);
  if (afterSize < 0) return false;
  const afterHeaders = readHeaderPair(tokens.slice(afterSize), request);
  readTail(line, afterHeaders[0]?.start ?? line.length, request);
  if (request.layout === '') request.layout = layoutOf(request);
  return true;
}

/** Apache's `ssl_request_log`: time of arrival, client, TLS version, cipher, request, size, and no status. */
function isTlsLog(request: RawRequest): boolean {
  return request.details !== null && request.details.tlsProtocol !== '';
}

function readTlsLogTail(tokens: readonly LineToken[], request: RawRequest): boolean {
  readSize(textAt(tokens, 0), request);
  request.eventTimeKind = 'start';
  request.layout = 'common';
  return true;
}

/** How many pieces status and size take; -1 where the first is no status. */
function readStatusAndSize(tokens: readonly LineToken[], request: RawRequest): number {
  const status = textAt(tokens, 0);
  if (!/^(?:\d{3}|-)$/.test(status)) return -1;
  request.status = status === '-' ? 0 : Number(status);
  const size = textAt(tokens, 1);
  if (!/^(?:\d{1,15}|-)$/.test(size)) return 1;
  if (status !== '-') readSize(size, request);
  return 2;
}

function textAt(tokens: readonly LineToken[], index: number): string {
  return tokens[index]?.text ?? '';
}

function layoutOf(request: RawRequest): RawRequest['layout'] {
  if (request.host !== '') return 'vhost_combined';
  return request.userAgent === '' && request.referer === '' ? 'common' : 'combined';
}

function readSize(text: string, request: RawRequest): void {
  if (/^\d{1,15}$/.test(text)) request.responseBodySize = Number(text);
  else if (text === '-') request.responseBodySize = 0;
}

/** The first quoted text that can be a referer or a user agent, and the one right behind it; what is left follows. */
function readHeaderPair(tokens: readonly LineToken[], request: RawRequest): readonly LineToken[] {
  const at = tokens.findIndex(isHeader);
  const one = tokens[at];
  if (one === undefined) return tokens;
  readMeasures(tokens.slice(0, at), request);
  const next = tokens[at + 1];
  if (next === undefined || !isHeader(next)) {
    if (isReferer(one.text)) request.referer = header(one.text);
    else request.userAgent = header(one.text);
    return tokens.slice(at + 1);
  }
  const [referer, agent] = isReferer(next.text) && !isReferer(one.text) ? [next, one] : [one, next];
  request.referer = header(referer.text);
  request.userAgent = header(agent.text);
  return tokens.slice(at + 2);
}

function isHeader({ kind, text }: LineToken): boolean {
  return kind === 'quoted' && !isNumberOrAddress(text);
}

/** nginx's `$request_time`, seconds with three decimals, and `$request_length` right before it. */
function readMeasures(tokens: readonly LineToken[], request: RawRequest): void {
  const index = tokens.findIndex(({ text }) => /^\d{1,6}\.\d{3}$/.test(text));
  if (index < 0) return;
  request.durationMs = Math.round(Number(textAt(tokens, index)) * 1e3);
  const length = textAt(tokens, index - 1);
  if (/^\d{1,15}$/.test(length)) request.requestSize = Number(length);
}

function isNumberOrAddress(text: string): boolean {
  return /^[\d.]{1,20}$/.test(text) || canonicalAddress(text.split(',', 1)[0] ?? '') !== '';
}

function isReferer(text: string): boolean {
  return text === '' || text === '-' || /^(?:[a-z][a-z\d+.-]{1,20}:\/\/|\/)/i.test(text);
}

function header(text: string): string {
  return text === '-' ? '' : unescapeLogged(text.slice(0, LONGEST_LOGGED_HEADER));
}

/** Four logged characters make at most one of the header's (`\xHH`). */
const LONGEST_LOGGED_HEADER = 4 * 2048;
