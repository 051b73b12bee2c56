import { type NetworkFacts } from '../networks/network-facts.js';
import { type CrawlerVerification } from '../ranges/crawler-verification.js';
import { type AgentFacts } from '../user-agent/agent-facts.js';

/**
 * What reference data say of a request. The parts are shared between requests and never change, so
 * that whatever is derived of them may be remembered by object identity.
 */
export interface Enrichment {
  /** One object for all addresses of a system and country. */
  readonly network: NetworkFacts;
  /** One object a user agent, as long as it is remembered. */
  readonly agent: AgentFacts;
  /** What the address says of the crawler that the user agent declares; null where it declares none. */
  readonly crawler: CrawlerVerification | null;
}
