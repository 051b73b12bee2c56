/** An absolute URL as a load balancer writes it, taken apart. */
export interface AbsoluteUrl {
  readonly scheme: string;
  /** Host with its port, if any, without user information. */
  readonly authority: string;
  /** Path and query; `/` where the URL ends with the host. */
  readonly target: string;
}

const LONGEST_SCHEME = 8;

/** `https://host:443/path?query` in its parts, or null where the text is no absolute URL. */
export function parseAbsoluteUrl(url: string): AbsoluteUrl | null {
  const slashes = url.charCodeAt(0) === 47 ? -1 : url.indexOf('://');
  if (slashes < 1 || slashes > LONGEST_SCHEME) return null;
  const end = endOfAuthority(url, slashes + 3);
  const authority = url.slice(slashes + 3, end);
  const rest = url.slice(end);
  return {
    scheme: url.slice(0, slashes).toLowerCase(),
    authority: authority.slice(authority.lastIndexOf('@') + 1),
    target: rest.charCodeAt(0) === 47 ? rest : `/${rest}`,
  };
}

function endOfAuthority(url: string, from: number): number {
  for (let at = from; at < url.length; at++) {
    const code = url.charCodeAt(at);
    if (code === 47 || code === 63 || code === 35) return at;
  }
  return url.length;
}
