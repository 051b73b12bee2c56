import { type SiteProfile } from './site-profile.js';

/**
 * Whether the log of a site says which program asks: where people load what its pages show and not one of them carries a browser's
 * user agent, the log has none (the common log format), and that a visitor has none says nothing.
 */
export function namesAgents(profile: SiteProfile | null): boolean {
  return profile === null || profile.readers > 0 || profile.assetLoaders === 0;
}
