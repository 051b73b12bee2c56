import { canonicalAddress } from '../canonical-address.js';
import { type RawRequest } from '../raw-request.js';
import { closingQuote, unescapeLogged } from './quoted-text.js';

/** More words than that behind the user agent are nobody's log format. */
const MOST_WORDS = 40;
const MOST_HOPS = 16;

/** Reads what stands from a position to the end of the line into a request. */
export type ClfTailReader = (line: string, from: number, request: RawRequest) => void;

/**
 * Reads what stands behind the user agent. No layout is prescribed, so only fields that tell
 * themselves are taken: the first quoted list of addresses (X-Forwarded-For), `rt=`/`request_time=`
 * and numbers with three decimals (nginx `$request_time`, seconds), `NNNms` (Traefik), a whole number
 * before such a time (nginx `$request_length`), 32 hexadecimal digits (nginx `$request_id`),
 * `host=`. Everything else is passed over.
 */
export function readClfTail(line: string, from: number, request: RawRequest): void {
  let at = from;
  let previous = '';
  for (let count = 0; at < line.length && count < MOST_WORDS; count++) {
    while (line.charCodeAt(at) === 32) at++;
    if (at >= line.length) return;
    const quoted = line.charCodeAt(at) === 34;
    const end = quoted ? closingQuote(line, at + 1) : line.indexOf(' ', at);
    const stop = end < 0 ? line.length : end;
    const word = line.slice(quoted ? at + 1 : at, stop);
    readWord(word, previous, request);
    if (quoted && request.forwardedFor === '') readForwardedFor(word, request);
    previous = word;
    at = stop + 1;
  }
}

function readForwardedFor(word: string, request: RawRequest): void {
  if (word === '-' || word === '') return;
  const hops = word.split(',', MOST_HOPS);
  const named = hops.some((hop) => canonicalAddress(hop.trim()) !== '');
  if (named) request.forwardedFor = unescapeLogged(word);
}

function readWord(word: string, previous: string, request: RawRequest): void {
  const equals = word.indexOf('=');
  if (equals > 0) {
    readPair(word.slice(0, equals), word.slice(equals + 1).replaceAll('"', ''), request);
  } else if (/^\d{1,9}\.\d{3}$/.test(word)) {
    readSeconds(word, request);
    if (/^\d{1,10}$/.test(previous)) request.requestSize ??= Number(previous);
  } else if (/^\d{1,10}ms$/.test(word)) {
    request.durationMs ??= Number(word.slice(0, -2));
  } else if (request.requestId === '' && /^[0-9a-f]{32}$/.test(word)) {
    request.requestId = word;
  }
}

function readSeconds(word: string, request: RawRequest): void {
  request.durationMs ??= Math.round(Number(word) * 1000);
}

function readPair(key: string, value: string, request: RawRequest): void {
  const name = key.toLowerCase();
  if (SECONDS.has(name) && /^\d{1,9}(\.\d{1,6})?$/.test(value)) readSeconds(value, request);
  if (REQUEST_IDS.has(name)) request.requestId ||= value.slice(0, 128);
  if (name === 'host' || name === 'vhost') request.host ||= value.slice(0, 255);
}

const SECONDS = new Set(['rt', 'request_time']);
const REQUEST_IDS = new Set(['rid', 'req_id', 'request_id']);
