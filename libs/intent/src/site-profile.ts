/** What is ordinary on one site in the window, whoever visits. */
export interface SiteProfile {
  readonly site: string;
  readonly visitors: number;
  readonly requests: number;
  /** Visitors with a browser's user agent that got at least one page. */
  readonly readers: number;
  /** Visitors that loaded assets from its pages; where fewer than twenty did, those of seven days. */
  readonly assetLoaders: number;
  /** Their share of all readers: 0 to 1. */
  readonly assetShare: number;
  /** Longest milliseconds anybody stayed on a page of it before the next; 0 where nobody turned one. */
  readonly longestPauseMs: number;
  /** Milliseconds spent answering, over all visitors; 0 where the log has no durations. */
  readonly serviceTimeMs: number;
}

/**
 * Whether a reader of this site who loads no asset stands out. Two different visitors that load assets
 * from its pages show that the pages have some, however few people come among however many programs;
 * an API has none. Assumption.
 */
export function servesAssets(profile: SiteProfile | null): boolean {
  return profile !== null && profile.assetLoaders >= 2;
}
