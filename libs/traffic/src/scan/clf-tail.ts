import { canonicalAddress } from '../canonical-address.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { closingQuote, unescapeLogged } from './quoted-text.js';

/** More words than that behind the user agent are nobody's log format. */
const MOST_WORDS = 40;
const MOST_HOPS = 16;
const LONGEST_VALUE = 4096;

/** Reads what stands from a position to the end of the line into a request. */
export type ClfTailReader = (line: string, from: number, request: RawRequest) => void;

/**
 * Reads what stands behind the user agent. No layout is prescribed, so only fields that tell
 * themselves are taken: the first quoted list of addresses (X-Forwarded-For), numbers with three decimals
 * (nginx `$request_time`, seconds), `NNNms` (Traefik), a whole number before such a time (nginx
 * `$request_length`), 32 hexadecimal digits (nginx `$request_id`), and `name=value` of usual names outside
 * quotes, where no visitor can write them. Everything else is passed over.
 */
export function readClfTail(line: string, from: number, request: RawRequest): void {
  let at = from;
  let previous = '';
  for (let count = 0; at < line.length && count < MOST_WORDS; count++) {
    while (line.charCodeAt(at) === 32) at++;
    if (at >= line.length) return;
    const quoted = line.charCodeAt(at) === 34;
    const stop = quoted ? endOfQuoted(line, at + 1) : endOfWord(line, at);
    const word = line.slice(quoted ? at + 1 : at, stop);
    if (quoted) readForwardedFor(word, request);
    if (quoted || !word.includes('=')) readWord(word, previous, request);
    else readPair(word, previous, request);
    previous = word;
    at = stop + 1;
  }
}

function endOfQuoted(line: string, from: number): number {
  const end = closingQuote(line, from);
  return end < 0 ? line.length : end;
}

/** The next space, or the one behind the closing quote of `name="a, b"`. */
function endOfWord(line: string, from: number): number {
  const space = line.indexOf(' ', from);
  if (space < 0) return line.length;
  const quote = line.indexOf('="', from);
  if (quote < 0 || quote > space) return space;
  return Math.min(line.length, endOfQuoted(line, quote + 2) + 1);
}

function readForwardedFor(word: string, request: RawRequest): void {
  if (request.forwardedFor !== '' || word === '-' || word === '') return;
  const hops = word.split(',', MOST_HOPS);
  const named = hops.some((hop) => canonicalAddress(hop.trim()) !== '');
  if (named) request.forwardedFor = unescapeLogged(word);
}

function readWord(word: string, previous: string, request: RawRequest): void {
  if (/^\d{1,9}\.\d{3}$/.test(word)) {
    readSeconds(word, request);
    if (/^\d{1,10}$/.test(previous)) request.requestSize ??= Number(previous);
  } else if (/^\d{1,10}ms$/.test(word)) {
    request.durationMs ??= Number(word.slice(0, -2));
  } else if (request.requestId === '' && /^[0-9a-f]{32}$/.test(word)) {
    request.requestId = word;
  }
}

function readSeconds(word: string, request: RawRequest): void {
  request.durationMs ??= Math.round(Number(word) * 1e6) / 1e3;
}

type PairReader = (value: string, request: RawRequest) => void;

function seconds(value: string, request: RawRequest): void {
  if (/^\d{1,9}(\.\d{1,6})?$/.test(value)) readSeconds(value, request);
}

function requestId(value: string, request: RawRequest): void {
  request.requestId ||= value.slice(0, 128);
}

function host(value: string, request: RawRequest): void {
  request.host ||= value.slice(0, 255);
}

function requestSize(value: string, request: RawRequest): void {
  if (/^\d{1,15}$/.test(value)) request.requestSize ??= Number(value);
}

/** Names people give to nginx variables (`main_ext` and its kin) and Apache headers, in lower case. */
const PAIR_READERS: ReadonlyMap<string, PairReader> = new Map<string, PairReader>([
  ['rt', seconds],
  ['request_time', seconds],
  ['rid', requestId],
  ['req_id', requestId],
  ['reqid', requestId],
  ['request_id', requestId],
  ['host', host],
  ['vhost', host],
  ['http_host', host],
  ['rl', requestSize],
  ['request_length', requestSize],
  ['x-forwarded-for', readForwardedFor],
  ['xff', readForwardedFor],
  ['http_x_forwarded_for', readForwardedFor],
  ['scheme', (value, request) => (request.scheme ||= value.toLowerCase())],
  ['cs', (value, request) => (detailsOf(request).cacheStatus ||= value)],
  ['cache', (value, request) => (detailsOf(request).cacheStatus ||= value)],
  ['upstream_cache_status', (value, request) => (detailsOf(request).cacheStatus ||= value)],
  ['ssl_protocol', (value, request) => (detailsOf(request).tlsProtocol ||= value)],
  ['ssl_cipher', (value, request) => (detailsOf(request).tlsCipher ||= value)],
]);

function readPair(word: string, previous: string, request: RawRequest): void {
  // NGINX's `main_ext`: `"$host" sn="$server_name"`.
  if (word.startsWith('sn="') && previous !== '-') request.host ||= previous;
  const equals = word.indexOf('=');
  const read = PAIR_READERS.get(word.slice(0, equals).toLowerCase());
  if (read === undefined) return;
  const value = word.slice(equals + 1, equals + LONGEST_VALUE).replaceAll('"', '');
  if (value !== '' && value !== '-') read(value, request);
}
