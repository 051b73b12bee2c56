import { type RawRequest } from '../raw-request.js';
import { loggedSite } from './logged-site.js';

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
  const site = loggedSite(raw.host);
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
  const named = loggedSite(authority.slice(authority.lastIndexOf('@') + 1));
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
