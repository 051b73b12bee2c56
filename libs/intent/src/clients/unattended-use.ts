/**
 * How often a client took account data while the customer was away, against four accesses a consent in any 24 hours (RTS
 * 2018/389, art. 36(5)(b)); as counted by the query `api-client-unattended`.
 */
export interface UnattendedUse {
  readonly client: string;
  /** Consents read unattended, and how often in all. */
  readonly consents: number;
  readonly accesses: number;
  readonly consentsInBreach: number;
  /** Accesses above the limit in the 24 hours before them. */
  readonly breaches: number;
  /** Those that a schedule drifting by some minutes does not explain. */
  readonly clearBreaches: number;
  /** The five worst consents: keyed hash, most accesses in any 24 hours, breaches. */
  readonly worst: readonly {
    readonly consent: string;
    readonly peak: number;
    readonly breaches: number;
  }[];
}
