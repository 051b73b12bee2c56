/** Whom a verdict on a key would hit besides the visitor it is about, over the last 24 hours. */
export interface BlastRadius extends OthersHit {
  /** Whom a WAF would hit that knows only addresses, and so loads the address of the key. */
  readonly addressOnly: OthersHit;
}

/** Other visitors. */
export interface OthersHit {
  readonly visitors: number;
  readonly people: number;
  readonly verifiedBots: number;
}
