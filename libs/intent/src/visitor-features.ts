import { type RequestProbe } from '#libs/traffic';

/**
 * What one visitor did in one analysis window, as counted by the `visitor-features` query.
 *
 * Counts are requests unless said otherwise. The window is half open: `from` ≤ event time < `to`.
 * Each field is computed from stored events alone, so the same events give the same numbers.
 */
export interface VisitorFeatures {
  /** `address`, or `address_user_agent` for one user agent behind one address. */
  readonly keyType: VisitorKeyType;
  readonly address: string;
  /** The user agent of the key, or the first one seen of an address. */
  readonly userAgent: string;
  /** Distinct user agents seen behind the key. */
  readonly userAgents: number;
  /** The host most requests went to; `''` where the log carries no host. */
  readonly site: string;
  readonly sites: number;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;

  readonly requests: number;
  /** Successful GETs of pages: not assets, API calls, feeds, health checks or robots.txt. */
  readonly pages: number;
  readonly distinctPages: number;
  readonly assets: number;
  readonly apiCalls: number;
  readonly feeds: number;
  readonly healthChecks: number;
  readonly robotsTxt: number;
  readonly posts: number;
  readonly heads: number;
  /** Methods other than GET, POST and HEAD. */
  readonly otherMethods: number;
  /** Page requests that name a referring page. */
  readonly referredPages: number;
  readonly referredAssets: number;
  /** 304 answers: the visitor keeps a cache. */
  readonly notModified: number;
  /** Empty request lines answered 408: speculative sockets of real browsers. */
  readonly speculativeSockets: number;
  readonly http10: number;
  readonly clientErrors: number;
  readonly serverErrors: number;
  /** Distinct paths answered 404 to requests that came from no page, assets aside. */
  readonly unreferredNotFound: number;
  /** Distinct server scripts (`.php`, `.aspx`, …) among them. */
  readonly deadScripts: number;
  /** Distinct API paths answered 404, 405, 415 or 501. */
  readonly apiDeadEnds: number;
  readonly distinctPaths: number;
  readonly distinctTemplates: number;
  readonly items: number;
  readonly searches: number;
  readonly bytesOut: number;
  /** Milliseconds the estate spent answering; 0 where the log has no durations. */
  readonly serviceTimeMs: number;

  readonly activeMinutes: number;
  readonly activeHours: number;
  /** Most requests in any one minute. */
  readonly peakMinute: number;
  /** Coefficient of variation of the gaps between requests; null under eight requests. */
  readonly gapVariation: number | null;
  readonly medianGapMs: number | null;

  /** Distinct paths that probe, by what they probe for. */
  readonly probes: Readonly<Record<ProbeKind, number>>;

  /** POSTs to login paths. */
  readonly loginAttempts: number;
  readonly loginFailures: number;
  readonly loginSuccesses: number;
  /** GETs of login pages. */
  readonly loginPageViews: number;
  readonly accounts: number;
  /** Behavioural group among those who log in at the same place; `''` without attempts. */
  readonly loginCell: string;
  /** Behavioural group among readers with the same fingerprint; `''` for those who load assets. */
  readonly readerCell: string;

  readonly registrations: number;
  readonly payments: number;
  readonly paymentFailures: number;
  readonly apiClient: string;
}

export type VisitorKeyType = 'address' | 'address_user_agent';

/** What a probing request looks for. */
export type ProbeKind = Exclude<RequestProbe, ''>;
