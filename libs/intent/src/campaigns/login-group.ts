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
  /** Addresses that never got in, or did nothing then. */
  readonly failing: number;
  /** Of them, those known by that alone: one or two logins answered as a success is, without a page before or after. */
  readonly untold: number;
  /** Addresses that got in at least once. */
  readonly succeeding: number;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}
