import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { clfTime } from './clf-time.js';
import { type HaproxySettings } from './haproxy-settings.js';
import { readHaproxyTexts } from './haproxy-texts.js';
import { loggedPort } from './logged-port.js';

/** `client:port [06/Feb/2009:12:14:14.655] `, at the beginning or behind a syslog head `… haproxy[14389]: `. */
export const HAPROXY_START =
  /^(?:(?:(?:<\d{1,3}>)?(?:[A-Z][a-z]{2} [ \d]\d [\d:]{8} |\d{4}-\d\d-\d\dT\S{8,24} )(?:\S{1,255} )?)?[A-Za-z][\w.-]{0,63}(?:\[\d{1,10}\])?: )?(\S{1,80}) \[(\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d(?:\.\d{1,9})?(?: [+-]\d{4})?)\] /;

/** `TR/Tw/Tc/Tr/Ta`, or four to eight times of the owner's choice; the last is that of the whole. */
const TIMERS = /^[+-]?\d{1,12}(?:\/[+-]?\d{1,12}){3,7}$/;
/** A TCP line's `Tw/Tc/Tt`. */
const TCP_TIMERS = /^[+-]?\d{1,12}\/[+-]?\d{1,12}\/[+-]?\d{1,12}$/;
/** `actconn/feconn/beconn/srv_conn/retries`. */
const CONNECTIONS = /^\d{1,12}(?:\/\d{1,12}){2,3}\/\+?\d{1,12}$/;
/** Frontend, backend/server and whatever an owner puts between them and the times. */
const MOST_WORDS_BEFORE_TIMERS = 16;
const MOST_WORDS_BEFORE_CONNECTIONS = 32;

/**
 * Reads a line of HAProxy's `httplog`, `httpslog` and what owners add to them. Connections of TCP proxies and
 * errors of connections are skipped. The time is the start of the request; sizes count headers too.
 */
export function scanHaproxyLine(
  line: string,
  settings: HaproxySettings,
): RawRequest | RejectReason {
  const start = HAPROXY_START.exec(line);
  if (start === null) return 'unknown_format';
  const [all, client = '', time = ''] = start;
  const request = emptyRawRequest();
  request.eventTime = haproxyTime(time, settings.utcOffsetMinutes);
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.eventTimeKind = 'start';
  applyClient(client, request);
  const afterTimers = readToTimers(line, all.length, request);
  if (typeof afterTimers === 'string') return afterTimers;
  const afterCounts = readCounts(line, afterTimers, request);
  return afterCounts < 0 ? 'bad_status' : readHaproxyTexts(line, afterCounts, settings, request);
}

function haproxyTime(text: string, utcOffsetMinutes: number): number {
  const hasZone = text.charAt(text.length - 6) === ' ';
  return clfTime(text) - (hasZone ? 0 : utcOffsetMinutes * 60_000);
}

/** `address:port`, IPv6 without brackets; `unix:1`; `-:port` where the owner hides the client. */
function applyClient(text: string, request: RawRequest): void {
  const colon = text.lastIndexOf(':');
  const port = colon > 0 ? loggedPort(text.slice(colon + 1)) : null;
  request.client = port === null ? text : text.slice(0, colon);
  if (request.client === 'unix') request.client = 'unix:';
  else if (port !== null) detailsOf(request).clientPort = port;
}

/** Reads the frontend and the times; the position behind them, or why this is no request. */
function readToTimers(line: string, from: number, request: RawRequest): number | RejectReason {
  let at = from;
  for (let count = 0; count < MOST_WORDS_BEFORE_TIMERS && at < line.length; count++) {
    const end = wordEnd(line, at);
    const word = line.slice(at, end);
    if (count === 0 && word.endsWith('~')) request.scheme = 'https';
    if (TIMERS.test(word)) {
      request.durationMs = lastNumber(word);
      return end + 1;
    }
    const skipped = skippedAt(word);
    if (skipped !== null) return skipped;
    if (count > 1 && isHost(word)) request.host ||= word;
    at = end + 1;
  }
  return 'unknown_format';
}

/** A TCP line, or `frontend/listener: SSL handshake failure`. */
function skippedAt(word: string): RejectReason | null {
  if (TCP_TIMERS.test(word)) return 'skipped:tcp';
  return word.endsWith(':') ? 'skipped:message' : null;
}

/** -1 stands for a phase that was never reached. */
function lastNumber(timers: string): number | null {
  const last = timers.slice(timers.lastIndexOf('/') + 1).replace('+', '');
  return last.startsWith('-') ? null : Number(last);
}

function isHost(word: string): boolean {
  return word.length <= 255 && /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}(?::\d{1,5})?$/.test(word);
}

/** Reads status and bytes, then passes over states and connections; where those end, or -1. */
function readCounts(line: string, from: number, request: RawRequest): number {
  const statusEnd = wordEnd(line, from);
  const status = line.slice(from, statusEnd);
  if (!/^(?:\d{1,3}|-1|-)$/.test(status)) return -1;
  request.status = status.startsWith('-') ? 0 : Number(status);
  const bytesEnd = wordEnd(line, statusEnd + 1);
  const bytes = line.slice(statusEnd + 1, bytesEnd).replace('+', '');
  if (/^\d{1,15}$/.test(bytes)) detailsOf(request).responseSize = Number(bytes);
  return afterQueues(line, bytesEnd + 1, request);
}

/** Behind `cookie cookie state a/f/b/s/r sq/bq`; a captured cookie is kept as the header it came in. */
function afterQueues(line: string, from: number, request: RawRequest): number {
  let at = from;
  for (let count = 0; count < MOST_WORDS_BEFORE_CONNECTIONS && at < line.length; count++) {
    const end = wordEnd(line, at);
    const word = line.slice(at, end);
    if (count === 0 && word.length > 1 && word.includes('=')) keepCookie(word, request);
    if (CONNECTIONS.test(word)) return wordEnd(line, end + 1) + 1;
    at = end + 1;
  }
  return from;
}

function keepCookie(cookie: string, request: RawRequest): void {
  const details = detailsOf(request);
  details.headers = new Map(details.headers).set('cookie', cookie);
}

function wordEnd(line: string, from: number): number {
  const space = line.indexOf(' ', from);
  return space < 0 ? line.length : space;
}
