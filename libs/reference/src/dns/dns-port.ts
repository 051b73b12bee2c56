/** An answer with the time it may be remembered. */
export interface DnsAnswer {
  /** Empty where the name does not exist or has no such record. */
  readonly values: readonly string[];
  readonly ttlSeconds: number;
}

/** The two questions that verification asks. Rejects when there is no answer: a timeout, a refusal, a broken server. */
export interface DnsPort {
  /** Host names of an address (PTR), by its reverse name. */
  namesOf(reverseName: string): Promise<DnsAnswer>;
  /** Addresses of a host name, of one family (A or AAAA). */
  addressesOf(name: string, family: 4 | 6): Promise<DnsAnswer>;
}
