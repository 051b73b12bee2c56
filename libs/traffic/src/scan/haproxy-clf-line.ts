import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { scanClfLine } from './clf-line.js';
import { applyHaproxyRequest } from './haproxy-request.js';
import { type HaproxySettings } from './haproxy-settings.js';
import { loggedPort } from './logged-port.js';
import { lineTokens, type LineToken } from './line-tokens.js';

/** Pieces behind the empty referer and user agent. */
const PORT = 0;
const FRONTEND = 2;
const TOTAL_TIME = 9;
const FIRST_CAPTURE = 20;

/**
 * `option httplog clf`: common log format with an empty referer and user agent, then `port ms "frontend"
 * "backend" "server" TR Tw Tc Tr Ta "state" a f b s r sq bq "cookie" "cookie"` and the captured headers.
 */
export function scanHaproxyClfLine(
  line: string,
  settings: HaproxySettings,
): RawRequest | RejectReason {
  const request = scanClfLine(line, 'client', (text, from, into) => {
    readTail(lineTokens(text, from), settings, into);
  });
  if (typeof request === 'string') return request;
  if (request.requestLine === 'TCP ') return 'skipped:tcp';
  request.eventTimeKind = 'start';
  request.layout = '';
  detailsOf(request).responseSize = request.responseBodySize;
  request.responseBodySize = null;
  applyHaproxyRequest(request.requestLine, false, settings.defaultHost, request);
  return request;
}

function readTail(
  tokens: readonly LineToken[],
  settings: HaproxySettings,
  request: RawRequest,
): void {
  const total = tokens[TOTAL_TIME]?.text.replace('+', '') ?? '';
  detailsOf(request).clientPort = loggedPort(tokens[PORT]?.text ?? '');
  if (/^\d{1,12}$/.test(total)) request.durationMs = Number(total);
  if (tokens[FRONTEND]?.text.endsWith('~') === true) request.scheme = 'https';
  const captures = tokens.slice(FIRST_CAPTURE).map(({ text }) => text);
  if (captures.length > 0) settings.readCaptures([captures], request);
}
