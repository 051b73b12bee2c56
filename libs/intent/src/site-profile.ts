/** What is ordinary on one site in the window, whoever visits. */
export interface SiteProfile {
  readonly site: string;
  readonly visitors: number;
  readonly requests: number;
  /** Visitors that got at least one page. */
  readonly readers: number;
  /** Share of readers with a browser's user agent that loaded an asset: 0 to 1. */
  readonly assetShare: number;
  /** Milliseconds spent answering, over all visitors; 0 where the log has no durations. */
  readonly serviceTimeMs: number;
}

/**
 * Whether a reader of this site who loads no asset stands out: at least a third of the readers with
 * a browser do load some, and there are enough readers to say so. Assumption; an API has no assets.
 */
export function servesAssets(profile: SiteProfile | null): boolean {
  return profile !== null && profile.readers >= 3 && profile.assetShare >= 0.3;
}
