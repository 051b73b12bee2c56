import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { crawlerEntries } from './crawler-catalogue.js';
import { PatternMatcher } from './pattern-matcher.js';
import { botWordIn, undocumentedCrawler } from './undocumented-crawler.js';

const matcher = new PatternMatcher(crawlerEntries);

/** What can stand as a product's name; some patterns of the catalogue are addresses of pages. */
const PRODUCT_NAME = /^[\w .!&'-]+$/;

/** "TelegramBot (like TwitterBot)" claims to be the first, not the second. */
const LIKENESS = /\blike [\w.-]{1,40}/gi;

/**
 * The crawler a user agent says it is: the catalogue's entry with the longest matching pattern, else
 * one that only calls itself a bot; null where the text claims nothing of the sort.
 *
 * @param lower The same text in lower case.
 */
export function findCrawler(text: string, lower: string): DeclaredCrawler | null {
  const any = claimedIn(text, lower);
  if (any === null || !lower.includes('like ')) return any;
  const claim = text.replace(LIKENESS, '');
  return claimedIn(claim, claim.toLowerCase());
}

function claimedIn(text: string, lower: string): DeclaredCrawler | null {
  const crawler = matcher.longestIn(text);
  if (crawler === null) return undocumentedCrawler(text, lower);
  if (PRODUCT_NAME.test(crawler.name)) return crawler;
  return { ...crawler, name: botWordIn(text, lower) ?? crawler.name };
}
