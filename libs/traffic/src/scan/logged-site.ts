/** A host as logged, taken apart. */
export interface Site {
  readonly host: string;
  readonly port: number | null;
}

const NO_SITE: Site = { host: '', port: null };

/** `Host:443` → `host`, 443; brackets of IPv6 removed; nginx's catch-all `_` and `-` are no names. */
export function loggedSite(text: string): Site {
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
