import { type PathRole } from '#libs/traffic';

/**
 * How one place of one site is used by everybody, as counted by the `path-conduct` query over a window.
 *
 * A place is a path template, or, where a folder has twenty members or more that no template collapses, the
 * folder's members together (`/shop/*`). Counts are requests unless said otherwise; probes are left out.
 */
export interface PathConduct {
  readonly site: string;
  readonly place: string;
  /** What the words of the path say, of most requests. */
  readonly named: PathRole;
  readonly requests: number;
  /** Distinct addresses. */
  readonly visitors: number;
  /** Distinct paths. */
  readonly paths: number;
  readonly gets: number;
  readonly posts: number;
  /** Distinct addresses that sent a POST. */
  readonly posters: number;
  /** GETs answered 200 to 299. */
  readonly served: number;
  readonly notModified: number;
  /** POSTs by answer: let through (2xx), sent on (3xx), and refused as credentials are (401, 403, 422, 423, 429). */
  readonly postsServed: number;
  readonly postsSentOn: number;
  readonly postsRefused: number;
  /** POSTs of visitors whose account or new session shows after it. */
  readonly postsThenKnown: number;
  /** Requests that name a page of the same site as referrer. */
  readonly referred: number;
  /** Requests of pages and of assets that name this place as referrer. */
  readonly leadsToPages: number;
  readonly leadsToAssets: number;
  /** Distinct paths of pages that name this place as referrer. */
  readonly leadsToPaths: number;
  /** The query parameter with the most distinct values; '' without queries. */
  readonly parameter: string;
  readonly parameterRequests: number;
  readonly parameterValues: number;
  /** Share of its values that are whole numbers: 0 to 1. */
  readonly parameterNumeric: number;
  /** Most requests of any one address. */
  readonly busiest: number;
  /** Share of the gaps of the busiest address within a second of their median: 0 to 1. */
  readonly busiestEvenness: number;
}
