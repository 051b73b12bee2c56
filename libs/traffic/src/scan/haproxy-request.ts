import { type RawRequest } from '../raw-request.js';
import { unescapeHashes } from './hash-escapes.js';
import { parseRequestLine, type RequestLine } from './request-line.js';

/**
 * Reads HAProxy's quoted request. `<BADREQ>` is none. An absolute target, as HTTP/2 requests are logged, and
 * the authority of CONNECT name the site where nothing else does. `isCut`: the closing quote is missing.
 */
export function applyHaproxyRequest(
  logged: string,
  isCut: boolean,
  defaultHost: string,
  request: RawRequest,
): void {
  request.requestLine = logged;
  const parts = isCut ? cutRequestLine(logged) : parseRequestLine(logged);
  if (parts === null) return;
  request.method = parts.method;
  request.target = unescapeHashes(parts.target);
  request.protocolVersion = parts.version;
  // Before HTTP/2 only proxies are asked like that: such a target does not choose among known sites.
  const isChosen = request.host === '' && defaultHost === '';
  if (isChosen || /^[23]/.test(parts.version)) takeSiteFromTarget(request);
}

/** Lines end after 1,024 bytes, or whatever length is configured: the version may be missing, or a part of it. */
function cutRequestLine(logged: string): RequestLine | null {
  const whole = parseRequestLine(logged);
  if (whole !== null && whole.version !== '') return whole;
  const [method = '', target = ''] = logged.split(' ', 2);
  if (target === '' || !/^[A-Za-z][\w-]{0,31}$/.test(method)) return null;
  return { method, target, version: '' };
}

function takeSiteFromTarget(request: RawRequest): void {
  if (request.method === 'CONNECT') {
    request.host = request.target;
    return;
  }
  const match = /^(https?):\/\/([^/?#\s]{1,260})/i.exec(request.target);
  if (match === null) return;
  const [start, scheme = '', authority = ''] = match;
  request.scheme = scheme.toLowerCase();
  request.host = authority.slice(authority.lastIndexOf('@') + 1);
  const rest = request.target.slice(start.length);
  request.target = rest.startsWith('/') ? rest : `/${rest}`;
}
