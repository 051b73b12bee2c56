export {
  type DeclaredCrawler,
  type UserAgentIdentity,
  type UserAgentKind,
} from './user-agent/user-agent-identity.js';
export { identifyUserAgent } from './user-agent/identify-user-agent.js';
export { type AgentFacts } from './user-agent/agent-facts.js';
export { type CrawlerPurpose } from './crawlers/crawler-purpose.js';
export { CrawlerDns, type DnsVerdict } from './dns/crawler-dns.js';
export { NodeDns } from './dns/node-dns.js';
export { type KeyDirectory, parseKeyDirectory } from './web-bot-auth/key-directory.js';
export { type SignedRequest } from './web-bot-auth/signed-request.js';
export { type SignatureVerification, verifySignature } from './web-bot-auth/verify-signature.js';
export { type CrawlerVerification } from './ranges/crawler-verification.js';
export { type CrawlerClaim, crawlerOf } from './ranges/crawler-of.js';
export { verifyCrawler } from './ranges/verify-crawler.js';
export { type NetworkFacts } from './networks/network-facts.js';
export { type DataSet, type DataSetName, type RefusedFile } from './data/data-set.js';
export { type ReferenceData } from './data/reference-data.js';
export { loadReferenceData, type ReferenceDataOptions } from './data/load-reference-data.js';
export { packNetworkData } from './data/pack-network-data.js';
export { ReferenceDataMetrics } from './data/reference-data-metrics.js';
export { type Enrichment } from './enrichment/enrichment.js';
export { createEnricher, type Enricher } from './enrichment/create-enricher.js';
export { ReferenceConfig } from './reference-config.js';
