import { type MaterialPlace } from './material-place.js';

/** How the visitor behind a request of one source is found. Whatever is absent stays as the line logs it. */
export interface SourceIdentity {
  /**
   * Addresses and CIDR blocks of proxies in front of the servers that log (`10.0.0.0/8`, `2001:db8::/32`,
   * `192.0.2.7`; `unix:` for a proxy on the same machine). Only what such a peer says is believed.
   */
  readonly trustedProxies?: readonly string[];
  /**
   * How many proxies stand in front, where their addresses are not known: so many entries of the chain are
   * looked through, from the right. Together with `trustedProxies` the peer has to be one of those.
   */
  readonly trustedHops?: number;
  /**
   * Lower-case names of the headers that say who the client is, the first present counts: `x-forwarded-for`
   * (the default) and `forwarded` (RFC 7239) are chains and read from the right; any other holds one address.
   */
  readonly clientAddressHeaders?: readonly string[];
  /** Places of a session id; the first that has one counts. */
  readonly session?: readonly MaterialPlace[];
  readonly account?: readonly MaterialPlace[];
  readonly apiClient?: readonly MaterialPlace[];
  /** Places of the id of the consent under which an API client acts for a customer. */
  readonly consent?: readonly MaterialPlace[];
}
