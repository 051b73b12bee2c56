import { type RawRequest } from '../raw-request.js';

/** What was asked for, and of which site. */
export interface Target {
  readonly method: string;
  readonly scheme: string;
  readonly host: string;
  readonly port: number | null;
  readonly path: string;
  readonly query: string;
  /** The line as logged where it is not HTTP, or names a host that is not this site; else `''`. */
  readonly requestLine: string;
}

/**
 * Splits the request target. The site is the one the log names (virtual host, Host field), else the
 * source's default: an absolute-form target does not choose it, or scanners could invent sites.
 */
export function parseTarget(raw: RawRequest, defaultHost: string, longest: number): Target {
  const site = splitHost(raw.host);
  const host = site.host === '' ? defaultHost : site.host;
  const port = raw.port ?? site.port;
  const own = { method: raw.method, scheme: raw.scheme, host, port };
  if (raw.target === '')
    return { ...own, path: '', query: '', requestLine: notHttp(raw.requestLine) };
  const target = raw.target.length > longest ? raw.target.slice(0, longest) : raw.target;
  if (raw.method === 'CONNECT')
    return { ...own, path: '', query: '', requestLine: raw.requestLine };
  if (target.charCodeAt(0) === 47) return { ...own, ...splitUrl(target), requestLine: '' };
  return absolute(target, raw, own);
}

type Own = Pick<Target, 'method' | 'scheme' | 'host' | 'port'>;

/** `http://host/path`; a target that is neither that nor `/path` (`*`, `%2Fa`, `index.php`) is a path. */
function absolute(target: string, raw: RawRequest, own: Own): Target {
  const slashes = target.indexOf('://');
  if (slashes < 1 || slashes > 8) return { ...own, ...splitUrl(target), requestLine: '' };
  const authorityEnd = endOfAuthority(target, slashes + 3);
  const authority = target.slice(slashes + 3, authorityEnd);
  const named = splitHost(authority.slice(authority.lastIndexOf('@') + 1));
  const foreign = own.host === '' || named.host !== own.host;
  return {
    ...own,
    scheme: own.scheme === '' ? target.slice(0, slashes).toLowerCase() : own.scheme,
    ...splitUrl(target.slice(authorityEnd)),
    requestLine: foreign ? raw.requestLine : '',
  };
}

function endOfAuthority(target: string, from: number): number {
  for (let at = from; at < target.length; at++) {
    const code = target.charCodeAt(at);
    if (code === 47 || code === 63 || code === 35) return at;
  }
  return target.length;
}

function splitUrl(url: string): { path: string; query: string } {
  const question = url.indexOf('?');
  if (question < 0) return { path: url === '' ? '/' : url, query: '' };
  return { path: question === 0 ? '/' : url.slice(0, question), query: url.slice(question + 1) };
}

/** An empty line is written as `-`, so that it differs from "nothing to say". */
function notHttp(line: string): string {
  return line === '' ? '-' : line;
}

/** `Host:443` → `host`, 443; brackets of IPv6 removed; nginx's catch-all `_` and `-` are no names. */
export function splitHost(text: string): { host: string; port: number | null } {
  const lower = text.slice(0, 260).toLowerCase();
  const colon = lower.lastIndexOf(':');
  const port = colon < 0 ? '' : lower.slice(colon + 1);
  const hasPort =
    /^\d{1,5}$/.test(port) && (lower.endsWith(`]:${port}`) || lower.indexOf(':') === colon);
  const bare = hasPort ? lower.slice(0, colon) : lower;
  const host = bare.startsWith('[') && bare.endsWith(']') ? bare.slice(1, -1) : bare;
  const named = host === '-' || host === '_' ? '' : host;
  return { host: named, port: hasPort && Number(port) < 65_536 ? Number(port) : null };
}
