import { detailsOf } from '../raw-details.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { lineTokens, type LineToken } from './line-tokens.js';
import { logTime } from './log-time.js';
import { parseRequestLine } from './request-line.js';

/** `[2026-11-22T22:00:00.000Z] "`; Ambassador writes `ACCESS` in front. */
export const ENVOY_START = /^(?:ACCESS )?\[(\d{4}-\d\d-\d\dT[^\]]{8,24})\] "/;

/** Response code details, termination details and failure reasons stand between the flags and the sizes. */
const MOST_REASONS = 20;
/** X-Forwarded-For, user agent, request id, authority, upstream host. */
const TEXTS = 5;

/**
 * Reads Envoy's default text and Istio's. Sizes are of bodies, the duration is milliseconds, the time the start
 * of the request. Connections without a request (`- - -`, TCP proxies) are skipped.
 */
export function scanEnvoyLine(line: string): RawRequest | RejectReason {
  const start = ENVOY_START.exec(line);
  if (start === null) return 'unknown_format';
  const request = emptyRawRequest();
  request.eventTime = logTime(start[1]);
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.eventTimeKind = 'start';
  return readFields(lineTokens(line, start[0].length - 1), request);
}

function readFields(tokens: readonly LineToken[], request: RawRequest): RawRequest | RejectReason {
  const [logged, code, ...rest] = tokens.map(({ text }) => text);
  if (logged === undefined || code === undefined || rest.length < 2) return 'unknown_format';
  if (!/^\d{1,3}$/.test(code)) return 'bad_status';
  request.status = Number(code);
  if (logged === '- - -' && request.status === 0) return 'skipped:tcp';
  const sizes = sizesIndex(tokens);
  if (sizes < 0) return 'unknown_format';
  applyRequest(logged, request);
  readMeasures(tokens.slice(sizes), request);
  readTexts(tokens.slice(sizes + 4), request);
  return request;
}

/** Where, behind request, code and flags, `received sent duration upstream-time` stand: in Istio the reasons stand before. */
function sizesIndex(tokens: readonly LineToken[]): number {
  for (let index = 3; index <= MOST_REASONS && index + 4 < tokens.length; index++) {
    const numbers = tokens.slice(index, index + 4);
    const areNumbers = numbers.every(
      ({ kind, text }, position) => kind === 'word' && isMeasure(text, position),
    );
    if (areNumbers && tokens[index + 4]?.kind === 'quoted') return index;
  }
  return -1;
}

/** Durations may be missing, sizes never are. */
function isMeasure(text: string, position: number): boolean {
  return /^\d{1,15}$/.test(text) || (position >= 2 && text === '-');
}

function applyRequest(logged: string, request: RawRequest): void {
  request.requestLine = logged;
  const parts = parseRequestLine(logged);
  if (parts === null) return;
  request.method = parts.method;
  request.target = parts.target === '-' ? '' : parts.target;
  request.protocolVersion = parts.version;
}

function readMeasures(tokens: readonly LineToken[], request: RawRequest): void {
  const [received, sent, duration] = tokens.map(({ text }) => (text === '-' ? null : Number(text)));
  request.requestSize = received ?? null;
  request.responseBodySize = sent ?? null;
  // Envoy logs no other size: what it adds to bodies (headers of upgraded connections) it adds here.
  detailsOf(request).responseSize = sent ?? null;
  request.durationMs = duration ?? null;
}

/**
 * Reads the quoted texts and, in Istio, what follows them. Envoy escapes nothing, so a user agent may hold
 * quotes: the first text and the last three are what they are, and all between is the user agent.
 */
function readTexts(tokens: readonly LineToken[], request: RawRequest): void {
  const lastQuoted = tokens.findLastIndex(({ kind }) => kind === 'quoted');
  const texts = tokens.slice(0, lastQuoted + 1).map(({ text }) => text);
  if (texts.length < TEXTS) return;
  const [id = '', authority = ''] = texts.slice(-3);
  request.forwardedFor = known(texts[0]);
  request.userAgent = known(texts.slice(1, -3).join('" "'));
  request.requestId = known(id);
  request.host = known(authority);
  const tail = tokens.slice(lastQuoted + 1).map(({ text }) => text);
  if (!applyIstioTail(tail, request)) takeClientFromForwardedFor(request);
}

/** `cluster upstream-local downstream-local downstream-remote sni route`: the client, and whether it came by TLS. */
function applyIstioTail(tail: readonly string[], request: RawRequest): boolean {
  const [, , , remote = '', serverName = '-'] = tail;
  const match = /^(.{1,80}):(\d{1,5})$/.exec(remote);
  if (match === null) return false;
  const [, address = '', port = ''] = match;
  request.client = address;
  // An address that Envoy took from X-Forwarded-For has port 0.
  if (port !== '0') detailsOf(request).clientPort = Number(port);
  if (serverName !== '-') request.scheme = 'https';
  return true;
}

/** The default text names no address of a connection: the left-most hop is what anybody may have claimed. */
function takeClientFromForwardedFor(request: RawRequest): void {
  if (request.forwardedFor === '') return;
  request.client = (request.forwardedFor.split(',', 1)[0] ?? '').trim();
  detailsOf(request).clientClaimed = true;
}

function known(text: string | undefined): string {
  return text === undefined || text === '-' ? '' : text;
}
