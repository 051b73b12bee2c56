import { type CrawlerPurpose } from '../crawlers/crawler-purpose.js';

/**
 * What sends the request by its own words: a person's browser, a crawler that says so, an HTTP
 * library, a tool driven by hand or script, a mobile app's own HTTP stack.
 */
export type UserAgentKind =
  'browser' | 'crawler' | 'library' | 'tool' | 'app' | 'empty' | 'unknown';

/** A crawler by its own words. A claim, not a proof: see `verifyCrawler`. */
export interface DeclaredCrawler {
  readonly name: string;
  /** Who runs it; the crawler's own name where the catalogue does not know. */
  readonly operator: string;
  readonly purpose: CrawlerPurpose;
  /** Where the operator explains it; `''` where unknown. */
  readonly url: string;
}

/** Everything a user agent text says about its sender. Nothing here is verified. */
export interface UserAgentIdentity {
  /** `Chrome`, `curl`, `Googlebot`, ...; `''` for an empty user agent. */
  readonly family: string;
  readonly kind: UserAgentKind;
  readonly majorVersion: number | null;
  /** `Windows`, `macOS`, `iOS`, `Android`, `ChromeOS`, `Linux` or `''`. */
  readonly operatingSystem: string;
  readonly crawler: DeclaredCrawler | null;
  /** Names a tool made to attack sites, or carries an attack itself. */
  readonly attackTool: boolean;
  /** Malformations that real browsers of the day do not show; see `oddities`. */
  readonly oddities: readonly string[];
}
