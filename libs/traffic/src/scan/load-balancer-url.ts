/** An absolute URL in its parts, as a load balancer puts it together from what it received. */
export interface LoadBalancerUrl {
  readonly scheme: string;
  /** As written, an IPv6 address in brackets. */
  readonly host: string;
  readonly port: number | null;
  /** Origin form; `''` where the balancer writes `-` for it. */
  readonly target: string;
}

const LONGEST_SCHEME = 8;

/**
 * The parts of `http://host:80/path?query`, or null where the text is no absolute URL. Where the balancer
 * understood no path, whatever stands behind the port takes its place: `http://host:80-`, `http://host:80*`.
 */
export function loadBalancerUrl(url: string): LoadBalancerUrl | null {
  const slashes = url.indexOf('://');
  if (slashes < 1 || slashes > LONGEST_SCHEME) return null;
  const start = slashes + 3;
  const end = authorityEnd(url, start);
  const hostEnd = endOfHost(url, start, end);
  const portEnd = endOfDigits(url, hostEnd + 1, end);
  const port = Number(url.slice(hostEnd + 1, portEnd));
  return {
    scheme: url.slice(0, slashes).toLowerCase(),
    host: url.slice(start, hostEnd),
    port: port > 0 && port < 65_536 ? port : null,
    target: targetOf(url.slice(portEnd, end), url.slice(end)),
  };
}

function targetOf(behindPort: string, path: string): string {
  if (behindPort !== '') return behindPort === '-' ? '' : behindPort + path;
  return path.charCodeAt(0) === SLASH ? path : `/${path}`;
}

const SLASH = 47;

function authorityEnd(url: string, from: number): number {
  for (let at = from; at < url.length; at++) {
    const code = url.charCodeAt(at);
    if (code === SLASH || code === 63 || code === 35) return at;
  }
  return url.length;
}

/** At the colon before the port; an IPv6 address has colons of its own within brackets. */
function endOfHost(url: string, from: number, end: number): number {
  const bracket = url.charCodeAt(from) === 91 ? url.indexOf(']', from) : from;
  const colon = bracket < 0 || bracket >= end ? -1 : url.indexOf(':', bracket);
  return colon < 0 || colon >= end ? end : colon;
}

function endOfDigits(url: string, from: number, end: number): number {
  let at = Math.min(from, end);
  while (at < end && url.charCodeAt(at) >= 48 && url.charCodeAt(at) <= 57) at++;
  return at;
}
