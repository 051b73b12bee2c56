import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { applyHaproxyRequest } from './haproxy-request.js';
import { type HaproxySettings } from './haproxy-settings.js';
import { readHaproxyTail } from './haproxy-tail.js';
import { unescapeHashes } from './hash-escapes.js';

/** Reads `{captured|headers} {of|the|response} "request"` and what stands behind. */
export function readHaproxyTexts(
  line: string,
  from: number,
  settings: HaproxySettings,
  request: RawRequest,
): RawRequest | RejectReason {
  const { blocks, end } = captureBlocks(line, from);
  settings.readCaptures(blocks, request);
  let open = line.indexOf('"', end);
  if (open < 0) return 'missing_field:request';
  let close = line.indexOf('"', open + 1);
  // Owners put headers into quotes of their own, in front of the request or behind it.
  if (line.startsWith('Mozilla/', open + 1) && close > 0 && line.includes('"', close + 1)) {
    request.userAgent ||= unescapeHashes(line.slice(open + 1, close));
    open = line.indexOf('"', close + 1);
    close = line.indexOf('"', open + 1);
  }
  const logged = line.slice(open + 1, close < 0 ? line.length : close);
  if (close >= 0) readHaproxyTail(line.slice(close + 1), request);
  applyHaproxyRequest(logged, close < 0, settings.defaultHost, request);
  return request;
}

/** Values cannot hold braces, bars or quotes: HAProxy escapes them. */
function captureBlocks(
  line: string,
  from: number,
): { readonly blocks: readonly (readonly string[])[]; readonly end: number } {
  const blocks: string[][] = [];
  let at = from;
  while (line.charCodeAt(at) === 123 && blocks.length < 2) {
    const close = line.indexOf('}', at);
    const end = close < 0 ? line.length : close;
    blocks.push(line.slice(at + 1, end).split('|', 64));
    at = end + 1;
    while (line.charCodeAt(at) === 32) at++;
  }
  return { blocks, end: Math.min(at, line.length) };
}
