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
 */
export function findCrawler(text: string): DeclaredCrawler | null {
  const claim = text.replace(LIKENESS, '');
  const crawler = matcher.longestIn(claim);
  if (crawler === null) return undocumentedCrawler(claim);
  if (PRODUCT_NAME.test(crawler.name)) return crawler;
  return { ...crawler, name: botWordIn(claim) ?? crawler.name };
}
