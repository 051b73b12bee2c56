/** What was seen in the window of one user agent in one session at one address. Empty text and 0: the log does not say. */
export interface Sighting {
  readonly address: string;
  readonly userAgent: string;
  readonly session: string;
  readonly apiClient: string;
  /** Number of the autonomous system. */
  readonly network: number;
  /** Accounts of the allow rules that were used. */
  readonly allowedAccounts: number;
  readonly requests: number;
  /** Requests of paths that are allowed. */
  readonly allowedPaths: number;
}
