/** Those who tried to log in at one place and behaved alike, in one window: a row of `login-groups`. */
export interface LoginGroup {
  /** Site, path template and conduct; the same text as `VisitorFeatures.loginCell`. */
  readonly cell: string;
  readonly site: string;
  readonly template: string;
  /** Loaded assets, as a browser does. */
  readonly loadsAssets: boolean;
  /** Opened any page before or after. */
  readonly opensPages: boolean;
  /** Claims a browser's user agent. */
  readonly claimsBrowser: boolean;
  /** Addresses that never got in. */
  readonly failing: number;
  /** Addresses that got in at least once. */
  readonly succeeding: number;
  /** Of them, those who then did nothing, and were shown the form again or had never opened it: a refusal that looks like a success, perhaps. */
  readonly untold: number;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}
