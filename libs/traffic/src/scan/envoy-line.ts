import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { lineTokens, type LineToken } from './line-tokens.js';
import { logTime } from './log-time.js';
import { loggedPort } from './logged-port.js';
import { parseRequestLine } from './request-line.js';

/** `[2026-11-22T22:00:00.000Z] "`; Ambassador writes `ACCESS` in front. */
export const ENVOY_START = /^(?:ACCESS )?\[(\d{4}-\d\d-\d\dT[^\]]{8,24})\] "/;

/** Response code details, termination details and failure reasons stand between the flags and the sizes. */
const MOST_REASONS = 20;

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
  return readFields(line, lineTokens(line, start[0].length - 1), request);
}

function readFields(
  line: string,
  tokens: readonly LineToken[],
  request: RawRequest,
): RawRequest | RejectReason {
  const [logged, code, ...rest] = tokens.map(({ text }) => text);
  if (logged === undefined || code === undefined || rest.length < 2) return 'unknown_format';
  if (!/^\d{1,3}$/.test(code)) return 'bad_status';
  request.status = Number(code);
  if (logged === '- - -' && request.status === 0) return 'skipped:tcp';
  const sizes = sizesIndex(tokens);
  const forwardedFor = tokens[sizes + 4];
  if (sizes < 0 || forwardedFor === undefined) return 'unknown_format';
  applyRequest(logged, request);
  readMeasures(tokens.slice(sizes), request);
  readTexts(line, forwardedFor, request);
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
 * quotes: X-Forwarded-For is the first text, the last three are read from the right, and all between is the
 * user agent.
 */
function readTexts(line: string, forwardedFor: LineToken, request: RawRequest): void {
  const upstreamEnd = line.endsWith('"') ? line.length - 1 : line.lastIndexOf('" ');
  const authorityEnd = line.lastIndexOf('" "', upstreamEnd - 1);
  const idEnd = line.lastIndexOf('" "', authorityEnd - 1);
  const agentEnd = line.lastIndexOf('" "', idEnd - 1);
  const agentStart = forwardedFor.end + 2;
  if (agentEnd < agentStart) return;
  request.forwardedFor = known(forwardedFor.text);
  request.userAgent = known(line.slice(agentStart, agentEnd));
  request.requestId = known(line.slice(agentEnd + 3, idEnd));
  request.host = known(line.slice(idEnd + 3, authorityEnd));
  const tail = line.slice(upstreamEnd + 2).split(' ', 8);
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
  if (port !== '0') detailsOf(request).clientPort = loggedPort(port);
  // Between sidecars the server name is that of a cluster, and says nothing about the visitor's connection.
  if (serverName !== '-' && !serverName.startsWith('outbound_')) request.scheme = 'https';
  return true;
}

/** The default text names no address of a connection: the left-most hop is what anybody may have claimed. */
function takeClientFromForwardedFor(request: RawRequest): void {
  if (request.forwardedFor === '') return;
  request.client = (request.forwardedFor.split(',', 1)[0] ?? '').trim();
  detailsOf(request).clientClaimed = true;
}

function known(text: string): string {
  return text === '-' ? '' : text;
}
