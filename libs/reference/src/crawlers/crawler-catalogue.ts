import catalogue from 'crawler-user-agents';
import { type Product } from '../user-agent/products.js';
import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { type CatalogueEntry } from './catalogue-entry.js';
import { crawlerName } from './crawler-name.js';
import { crawlerOperator } from './crawler-operator.js';
import { crawlerPurpose } from './crawler-purpose.js';
import { type PatternEntry } from './pattern-matcher.js';
import { supplement } from './supplement.js';

/** Libraries and driven browsers are not crawlers by their own words. */
const SOFTWARE_KINDS = new Map<string, 'library' | 'tool'>([
  ['http-library', 'library'],
  ['browser-automation', 'tool'],
]);

/**
 * Patterns that people's own browsers and apps match too: an Android build number, Facebook's in-app
 * browser, Chrome's prefetch proxy, a CDN between visitor and log, editors, mobile apps' HTTP stacks,
 * and words that occur in ordinary user agents.
 */
const PEOPLE_MATCH = new Set([
  'AP3A\\.240617\\.008',
  'MetaIAB Facebook',
  'Chrome Privacy Preserving Prefetch Proxy',
  'Amazon CloudFront',
  'Salesforce\\.com',
  'Chrome-Lighthouse',
  'WordPress',
  'okhttp',
  'Fluid',
  'Sonic',
  'Adventurer',
  'Make\\/',
  'RED\\/',
  'BW\\/',
  'Code\\/1\\.',
  'Trae\\/',
  '^Silk\\/',
]);

const entries = [...(catalogue as readonly CatalogueEntry[]), ...supplement].filter(
  ({ pattern }) => !PEOPLE_MATCH.has(pattern),
);

/** The crawlers of crawler-user-agents (MIT) and our supplement that say what they are. */
export const crawlerEntries: readonly PatternEntry<DeclaredCrawler>[] = entries
  .filter((entry) => softwareKind(entry) === null)
  .map(({ pattern, url = '', tags = [] }) => {
    const name = crawlerName(pattern);
    const operator = crawlerOperator(name, url);
    return { pattern, value: { name, operator, purpose: crawlerPurpose(name, tags), url } };
  });

/** Its HTTP libraries and driven browsers. */
export const softwareEntries: readonly PatternEntry<Product>[] = entries.flatMap((entry) => {
  const kind = softwareKind(entry);
  if (kind === null) return [];
  const value = { family: crawlerName(entry.pattern), kind, majorVersion: null };
  return [{ pattern: entry.pattern, value }];
});

/** Null unless every tag says library or driven browser. */
function softwareKind({ tags = [] }: CatalogueEntry): 'library' | 'tool' | null {
  const kinds = tags.map((tag) => SOFTWARE_KINDS.get(tag));
  return kinds.includes(undefined) ? null : (kinds[0] ?? null);
}
