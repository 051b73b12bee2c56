import { type RequestProbe } from '#libs/traffic';

/**
 * What one visitor did in one analysis window, as counted by the `visitor-features` query.
 *
 * Counts are requests unless said otherwise. The window is half open: `from` ≤ event time < `to`.
 * Each field is computed from stored events alone, so the same events give the same numbers.
 *
 * Keys of many addresses (`fingerprint`, `prefix`, `network`) are merged from those of their addresses: what is distinct is counted address by
 * address, peaks are the busiest address's, and rhythm and rarity of paths are missing (null, 0).
 */
export interface VisitorFeatures {
  readonly keyType: VisitorKeyType;
  /** The key in text, see `VisitorKeyType`. */
  readonly key: string;
  /** The client's address, or that of the first request where the key is not of one address. */
  readonly address: string;
  /** The user agent of the key, or the first one seen of an address. */
  readonly userAgent: string;
  /** Distinct user agents seen behind the key. */
  readonly userAgents: number;
  /** The host most requests went to; `''` where the log carries no host. */
  readonly site: string;
  readonly sites: number;
  /** Distinct client addresses, prefixes (/24 of IPv4, /64 of IPv6), networks (ASN; unknown ones not counted) and sessions. */
  readonly addresses: number;
  readonly prefixes: number;
  readonly networks: number;
  readonly sessions: number;
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
  /** Distinct pairs of path and query. */
  readonly distinctQueries: number;
  /** Mean over requests of −log2 of (visitors + 1) / (all visitors + 2), about the share of the site's visitors that ask for the same path template (bits). */
  readonly pathSurprise: number;
  /** The same of the rarest template asked for. */
  readonly rarestPath: number;
  /** Mean −log2 probability of each step from one path role to the next under the site's transition model (bits); null under three requests. */
  readonly transitionSurprise: number | null;
  readonly items: number;
  readonly searches: number;
  readonly bytesOut: number;
  /** Milliseconds the estate spent answering; 0 where the log has no durations. */
  readonly serviceTimeMs: number;

  readonly activeMinutes: number;
  readonly activeHours: number;
  /** Most requests in any one minute. */
  readonly peakMinute: number;
  /** Most requests in any ten minutes and any hour of the clock, assets aside. */
  readonly peakTenMinutes: number;
  readonly peakHour: number;
  /** Coefficient of variation of the gaps between requests; null under eight requests. */
  readonly gapVariation: number | null;
  readonly medianGapMs: number | null;
  /** Share of the gaps between requests that are no assets within half a second of their median: 0 to 1; null under eight such requests. */
  readonly evenGaps: number | null;
  /** Page requests that follow another page request of the visitor within 30 minutes: one sitting. */
  readonly pageTurns: number;
  /** Longest and median milliseconds between such two; null without any. */
  readonly longestPauseMs: number | null;
  readonly medianPauseMs: number | null;
  /** Page turns back to the page before the last one (A, B, A), by path and query. */
  readonly backtracks: number;
  /** Share of successive numeric identifiers in paths that go up by exactly one, the same one again left out: 0 to 1; null under eight of them. */
  readonly countingUp: number | null;

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

  /** POSTs to register paths. */
  readonly registrations: number;
  readonly registrationFailures: number;
  /** POSTs to reset paths. */
  readonly resets: number;
  /** POSTs to otp paths that ask for a code to be sent, those that check one, and checks answered 4xx. */
  readonly otpRequests: number;
  readonly otpChecks: number;
  readonly otpFailures: number;
  /** Requests of coupon paths (vouchers, gift cards), distinct codes among them, and those answered 4xx. */
  readonly couponTries: number;
  readonly coupons: number;
  readonly couponFailures: number;
  /** POSTs to payment paths, those declined (4xx), and the sessions they came in. */
  readonly payments: number;
  readonly paymentFailures: number;
  readonly paymentSessions: number;
  /** POSTs that add a payee or another address to pay to. */
  readonly payees: number;
  /** Milliseconds from the first login to the first payment or payee after it; null without. */
  readonly loginToPaymentMs: number | null;
  /** Requests that put something into a cart or hold it, and POSTs to checkout paths. */
  readonly cartAdds: number;
  readonly checkouts: number;
  /** Milliseconds from the first item or cart request to the first checkout or payment after it; null without. */
  readonly checkoutMs: number | null;
  /** Distinct roles among listing, search, item, cart, checkout and payment that were visited. */
  readonly shopSteps: number;
  /** Most requests for one item, and most POSTs to one path. */
  readonly topItem: number;
  readonly topAction: number;
  /** Requests of challenge paths (CAPTCHA) served, solved (2xx or 3xx to a POST) and failed (4xx to a POST). */
  readonly challenges: number;
  readonly challengesSolved: number;
  readonly challengesFailed: number;
  /** POSTs of comments, reviews, posts and messages; those answered 4xx. */
  readonly contributions: number;
  readonly contributionFailures: number;
  /** Votes, likes, ratings and counted clicks, and the distinct paths they went to. */
  readonly votes: number;
  readonly voteTargets: number;
  /** Bids. */
  readonly bids: number;
  /** Requests of account data, distinct paths among them, and those answered 401, 403 or 404. */
  readonly accountReads: number;
  readonly accountPaths: number;
  readonly accountRefusals: number;
  /** POSTs to consent paths; requests of OAuth token paths, and those answered 400, 401 or 403. */
  readonly consents: number;
  readonly tokenRequests: number;
  readonly tokenFailures: number;
  readonly apiClient: string;
}

/**
 * Levels at which visitors are told apart, and their keys in text:
 * `address`; `address_user_agent`: `address|user agent`; `session`: keyed hash; `fingerprint`: `user agent|TLS fingerprint`
 * over all addresses; `prefix`: CIDR notation, /24 or /64; `network`: `AS64496`; `api_client`: the client's id;
 * `api_sub_visitor`: `client id|consent, account or customer address` behind an API client.
 */
export type VisitorKeyType =
  | 'address'
  | 'address_user_agent'
  | 'session'
  | 'fingerprint'
  | 'prefix'
  | 'network'
  | 'api_client'
  | 'api_sub_visitor';

/** What a probing request looks for. */
export type ProbeKind = Exclude<RequestProbe, ''>;
