/**
 * Who is never hit, whatever it does. These rules are asked before all others, and nothing overrules them: no verdict is published
 * on an allowed key, nor on one that would hit an allowed key as well.
 */
export interface AllowRules {
  /** Addresses and blocks in CIDR notation. */
  readonly addresses: readonly string[];
  /** Numbers of autonomous systems. */
  readonly networks: readonly number[];
  readonly apiClients: readonly string[];
  /** Keyed hashes, as the store has them. */
  readonly sessions: readonly string[];
  readonly accounts: readonly string[];
  /** Whoever asks for nothing but these. */
  readonly paths: readonly AllowedPath[];
  /** Crawlers whose operator is verified. */
  readonly verifiedBots: boolean;
}

interface AllowedPath {
  /** Host, `*` stands for any part of it. */
  readonly site: string;
  /** A path; a trailing `*` stands for anything behind it. */
  readonly path: string;
}
