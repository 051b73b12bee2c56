import { type LogFormat } from '../log-format.js';
import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { clfTime } from '../scan/clf-time.js';
import { createClfReader } from '../scan/clf-family.js';
import { lineTokens, type LineToken } from '../scan/line-tokens.js';
import { unescapeLogged } from '../scan/quoted-text.js';

/**
 * Nginx Proxy Manager: `[time] cache upstream-status status - METHOD scheme host "target" [Client address]
 * [Length bytes] [Gzip ratio] [Sent-to server] "user agent" "referer"` for proxied sites; without the first
 * two fields and the server for its own pages (layout `standard`). Requests that reach no site of its are
 * logged as `combined`. The time is the end of the request.
 */
export const nginxProxyManager: LogFormat = {
  name: 'nginx_proxy_manager',
  recognises: (line) => line.charCodeAt(0) === 91 && HEAD.test(line),
  createReader: (source) => {
    const readCombined = createClfReader(source, 'client');
    return (line, context) => {
      const head = line.charCodeAt(0) === 91 ? HEAD.exec(line) : null;
      return head === null ? readCombined(line, context) : readLine(line, head);
    };
  },
};

const HEAD =
  /^\[([^\]]{20,32})\] (?:(\S{1,16}) (\S[\d:, -]{0,120}) )?(\d{3}) - (\S{1,64}) (\S{1,8}) (\S{1,260}) (?=")/;

function readLine(line: string, head: RegExpExecArray): RawRequest | RejectReason {
  const request = emptyRawRequest();
  request.eventTime = clfTime(head[1] ?? '');
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.eventTimeKind = 'end';
  applyHead(head, request);
  const [target, ...rest] = lineTokens(line, head[0].length);
  applyTarget(known(head[5]), target?.text ?? '', request);
  for (const token of rest) if (token.kind === 'bracketed') readBracketed(token.text, request);
  readHeaders(rest, request);
  return request;
}

function applyHead(head: RegExpExecArray, request: RawRequest): void {
  const cache = known(head[2]);
  if (cache !== '') detailsOf(request).cacheStatus = cache;
  request.status = Number(head[4]);
  request.scheme = known(head[6]);
  request.host = known(head[7]);
}

/** nginx writes `-` for the target of a request it could not read. */
function applyTarget(method: string, logged: string, request: RawRequest): void {
  const target = unescapeLogged(logged);
  request.requestLine = method === '' ? target : `${method} ${target}`;
  if (target === '-' || target === '' || method === '') return;
  request.method = method;
  request.target = target;
}

function readBracketed(text: string, request: RawRequest): void {
  const space = text.indexOf(' ');
  const value = text.slice(space + 1);
  const name = text.slice(0, Math.max(space, 0));
  if (name === 'Client') request.client = value;
  else if (name === 'Length' && /^\d{1,15}$/.test(value)) request.responseBodySize = Number(value);
  else if (name === 'Time' && /^\d{1,6}\.\d{1,6}$/.test(value)) {
    request.durationMs = Math.round(Number(value) * 1e3);
  }
}

/** The quoted texts behind the target: user agent, referer. */
function readHeaders(tokens: readonly LineToken[], request: RawRequest): void {
  const [agent, referer] = tokens.filter(({ kind }) => kind === 'quoted');
  request.userAgent = unescapeLogged(known(agent?.text));
  request.referer = unescapeLogged(known(referer?.text));
}

function known(text: string | undefined): string {
  return text === undefined || text === '-' ? '' : text;
}
