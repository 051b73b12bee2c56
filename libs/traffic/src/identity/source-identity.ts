/** How the visitor behind a request of one source is found. */
export interface SourceIdentity {
  /** Addresses and CIDR blocks of proxies in front of the servers that log; their headers are believed. */
  readonly trustedProxies?: readonly string[];
}
