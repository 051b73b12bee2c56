import { cataloguedSoftware } from '../crawlers/catalogued-software.js';
import { findCrawler } from '../crawlers/find-crawler.js';
import { attackTokens, isBotnetGreeting } from './attack-tools.js';
import { browserOrAppIn, type Product, productAt, softwareTokens } from './products.js';
import { TokenList } from './token-list.js';
import { type DeclaredCrawler } from './user-agent-identity.js';

/** Who a user agent says it is. */
export interface Sender extends Product {
  readonly crawler: DeclaredCrawler | null;
  readonly attackTool: boolean;
}

/** Attack tools before other software; one list, so that one pass over the text finds either. */
const software = new TokenList<Pick<Sender, 'family' | 'kind' | 'attackTool'>>([
  ...attackTokens.map(([token, family]) => [token, attackTool(family)] as const),
  ...softwareTokens.map(([token, family]) => [token, { ...family, attackTool: false }] as const),
]);

/** What it says first counts most: an attack tool, then a crawler, then software, then a browser. */
export function senderOf(text: string): Sender {
  const lower = text.toLowerCase();
  const named = software.firstIn(lower);
  if (named?.value.attackTool === true) return attackTool(named.value.family);
  if (isBotnetGreeting(lower)) return attackTool('Hello World botnet');
  const crawler = findCrawler(text, lower);
  if (crawler !== null) {
    const { name: family } = crawler;
    return { family, kind: 'crawler', majorVersion: null, crawler, attackTool: false };
  }
  const product = named === null ? otherProduct(text) : productAt(lower, named);
  return { ...product, crawler, attackTool: false };
}

function attackTool(family: string): Sender {
  return { family, kind: 'tool', majorVersion: null, crawler: null, attackTool: true };
}

function otherProduct(text: string): Product {
  return (
    cataloguedSoftware(text) ??
    browserOrAppIn(text) ?? { family: firstProduct(text), kind: 'unknown', majorVersion: null }
  );
}

/** The leading product token, cut to what a product name may be. */
function firstProduct(text: string): string {
  return /^[\w.-]{1,40}/.exec(text)?.[0] ?? '';
}
