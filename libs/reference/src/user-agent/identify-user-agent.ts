import { BoundedCache } from '../bounded-cache.js';
import { findCrawler } from '../crawlers/find-crawler.js';
import { cataloguedSoftware } from '../crawlers/catalogued-software.js';
import { attackToolIn } from './attack-tools.js';
import { type Product, appIn, browserIn, softwareIn } from './products.js';
import { oddities } from './oddities.js';
import { operatingSystemIn } from './operating-system.js';
import { type UserAgentIdentity } from './user-agent-identity.js';

/** Longest user agent looked at: real ones stay under 500; what follows is only cost. */
const MAX_LENGTH = 1_024;

/** Distinct user agents kept per generation: an estate shows thousands a day, an attack any number. */
const CACHED = 20_000;

const EMPTY: UserAgentIdentity = {
  family: '',
  kind: 'empty',
  majorVersion: null,
  operatingSystem: '',
  crawler: null,
  attackTool: false,
  oddities: [],
};

const cache = new BoundedCache<UserAgentIdentity>(CACHED);

/**
 * Reads a user agent text: family, kind, version, system, the crawler it claims to be, and what is
 * odd about it. Looks at the first 1,024 characters, in time linear in them; `''` and `-` are empty.
 */
export function identifyUserAgent(userAgent: string): UserAgentIdentity {
  const text = userAgent.slice(0, MAX_LENGTH).trim();
  if (text === '' || text === '-') return EMPTY;
  return cache.get(text, identify);
}

function identify(text: string): UserAgentIdentity {
  const attackTool = attackToolIn(text);
  const crawler = findCrawler(text);
  const { family, kind, majorVersion } = sender(text, attackTool, crawler?.name ?? null);
  return {
    family,
    kind,
    majorVersion,
    operatingSystem: operatingSystemIn(text),
    crawler: attackTool === null ? crawler : null,
    attackTool: attackTool !== null,
    oddities: oddities(text),
  };
}

/** What it says first counts most: an attack tool, then a crawler, then software, then a browser. */
function sender(text: string, attackTool: string | null, crawler: string | null): Product {
  if (attackTool !== null) return { family: attackTool, kind: 'tool', majorVersion: null };
  if (crawler !== null) return { family: crawler, kind: 'crawler', majorVersion: null };
  return (
    softwareIn(text) ??
    cataloguedSoftware(text) ??
    browserIn(text) ??
    appIn(text) ?? { family: firstProduct(text), kind: 'unknown', majorVersion: null }
  );
}

/** The leading product token, cut to what a product name may be. */
function firstProduct(text: string): string {
  return /^[\w.-]{1,40}/.exec(text)?.[0] ?? '';
}
