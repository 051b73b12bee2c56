export {
  type DeclaredCrawler,
  type UserAgentIdentity,
  type UserAgentKind,
} from './user-agent/user-agent-identity.js';
export { identifyUserAgent } from './user-agent/identify-user-agent.js';
export { type CrawlerPurpose } from './crawlers/crawler-purpose.js';
export { type CrawlerVerification, verifyCrawler } from './ranges/verify-crawler.js';
export { type RangeListAge, referenceDataDates } from './ranges/reference-data-dates.js';
