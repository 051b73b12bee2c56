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
  const target: MutableTarget = {
    method: raw.method,
    scheme: raw.scheme,
    host: site.host === '' ? defaultHost : site.host,
    port: raw.port ?? site.port,
    path: '',
    query: '',
    requestLine: '',
  };
  if (raw.target === '') target.requestLine = notHttp(raw.requestLine);
  else if (raw.method === 'CONNECT') target.requestLine = raw.requestLine;
  else
    readUrl(raw.target.length > longest ? raw.target.slice(0, longest) : raw.target, raw, target);
  return target;
}

type MutableTarget = { -readonly [Field in keyof Target]: Target[Field] };

/** `/path`, `http://host/path`, or neither (`*`, `%2Fa`, `index.php`), which is taken for a path. */
function readUrl(url: string, raw: RawRequest, target: MutableTarget): void {
  const slashes = url.charCodeAt(0) === 47 ? -1 : url.indexOf('://');
  if (slashes < 1 || slashes > 8) {
    splitUrl(url, target);
    return;
  }
  const authorityEnd = endOfAuthority(url, slashes + 3);
  const authority = url.slice(slashes + 3, authorityEnd);
  const named = splitHost(authority.slice(authority.lastIndexOf('@') + 1));
  if (target.host === '' || named.host !== target.host) target.requestLine = raw.requestLine;
  if (target.scheme === '') target.scheme = url.slice(0, slashes).toLowerCase();
  splitUrl(url.slice(authorityEnd), target);
}

function endOfAuthority(target: string, from: number): number {
  for (let at = from; at < target.length; at++) {
    const code = target.charCodeAt(at);
    if (code === 47 || code === 63 || code === 35) return at;
  }
  return target.length;
}

function splitUrl(url: string, target: MutableTarget): void {
  const question = url.indexOf('?');
  const path = question < 0 ? url : url.slice(0, question);
  target.path = path === '' ? '/' : path;
  target.query = question < 0 ? '' : url.slice(question + 1);
}

/** An empty line is written as `-`, so that it differs from "nothing to say". */
function notHttp(line: string): string {
  return line === '' ? '-' : line;
}

interface Site {
  readonly host: string;
  readonly port: number | null;
}

const NO_SITE: Site = { host: '', port: null };

/** `Host:443` → `host`, 443; brackets of IPv6 removed; nginx's catch-all `_` and `-` are no names. */
function splitHost(text: string): Site {
  if (text === '' || text === '-') return NO_SITE;
  const lower = text.slice(0, 260).toLowerCase();
  const colon = portColon(lower);
  const bare = colon < 0 ? lower : lower.slice(0, colon);
  const port = colon < 0 ? null : Number(lower.slice(colon + 1));
  const host = bare.startsWith('[') && bare.endsWith(']') ? bare.slice(1, -1) : bare;
  return { host: host === '_' ? '' : host, port: port !== null && port < 65_536 ? port : null };
}

/** Position of the colon before a port, or -1: an IPv6 address has colons of its own. */
function portColon(host: string): number {
  const colon = host.lastIndexOf(':');
  if (colon < 0 || !/^\d{1,5}$/.test(host.slice(colon + 1))) return -1;
  return host.charCodeAt(colon - 1) === 93 || host.indexOf(':') === colon ? colon : -1;
}
