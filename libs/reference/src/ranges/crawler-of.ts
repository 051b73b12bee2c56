import { identifyUserAgent } from '../user-agent/identify-user-agent.js';
import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { type CrawlerRanges } from './crawler-ranges.js';
import { type CrawlerVerification } from './crawler-verification.js';
import { verifyCrawler } from './verify-crawler.js';

/** The crawler a user agent claims to be, and what the address says of the claim. */
export interface CrawlerClaim extends DeclaredCrawler, Omit<CrawlerVerification, 'operator'> {}

/** The claim of a visitor; null where its user agent declares no crawler. */
export function crawlerOf(
  userAgent: string,
  address: string,
  ranges: CrawlerRanges,
): CrawlerClaim | null {
  const { crawler } = identifyUserAgent(userAgent);
  if (crawler === null) return null;
  const { verification, impostor, basis } = verifyCrawler({ crawler }, address, ranges);
  return { ...crawler, verification, impostor, basis };
}
