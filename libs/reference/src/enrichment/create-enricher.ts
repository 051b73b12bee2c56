import { ipv4Number, RecentTexts } from '#libs/traffic';
import { BoundedCache, type CacheLimits } from '../bounded-cache.js';
import { type ReferenceData } from '../data/reference-data.js';
import { type NetworkFacts, UNKNOWN_NETWORK } from '../networks/network-facts.js';
import { verifyCrawler } from '../ranges/verify-crawler.js';
import { type AgentFacts, agentFacts } from '../user-agent/agent-facts.js';
import { type Enrichment } from './enrichment.js';
import { RecentNetworks } from './recent-networks.js';

/** Longest text of an address: eight groups with a dotted tail. */
const LONGEST_ADDRESS = 45;

/** Longest user agent that is looked at; `agentFacts` looks no further either. */
const LONGEST_AGENT = 1_024;

/** 8,192 user agents are at hand without a search. */
const RECENT_BITS = 13;

export interface EnricherOptions {
  readonly addresses?: CacheLimits;
  readonly userAgents?: CacheLimits;
}

/** The addresses of a busy hour; some 10 MB a generation. */
const ADDRESSES: CacheLimits = { entries: 65_536, characters: 2_097_152 };

/** Some 7 MB a generation, 4 MB under an attack with long random user agents. */
const USER_AGENTS: CacheLimits = { entries: 16_384, characters: 2_097_152 };

/** Says of a request's address and user agent what reference data know. */
export type Enricher = (clientAddress: string, userAgent: string) => Enrichment;

/**
 * Makes the enricher of the hot path: both parts are remembered, in bounded memory. The address is
 * canonical text or a host name, which is nobody's network.
 */
export function createEnricher(
  { networks, crawlers }: ReferenceData,
  { addresses = ADDRESSES, userAgents = USER_AGENTS }: EnricherOptions = {},
): Enricher {
  const knownNetworks = new BoundedCache<NetworkFacts>(addresses);
  const knownAgents = new BoundedCache<AgentFacts>(userAgents);
  const recentNetworks = new RecentNetworks();
  const recentAgents = new RecentTexts<AgentFacts>(RECENT_BITS);
  const findNetwork = (address: string): NetworkFacts => networks.networkOf(address);
  // IPv4 addresses are remembered by their numbers, and looking one up costs no more than keeping its text.
  const networkOf = (address: string): NetworkFacts =>
    ipv4Number(address) < 0 ? knownNetworks.get(address, findNetwork) : findNetwork(address);
  const agentOf = (text: string): AgentFacts => knownAgents.get(text, agentFacts);
  return (clientAddress, userAgent) => {
    const network =
      clientAddress.length > LONGEST_ADDRESS
        ? UNKNOWN_NETWORK
        : recentNetworks.get(clientAddress, networkOf);
    const looked = userAgent.length > LONGEST_AGENT ? userAgent.slice(0, LONGEST_AGENT) : userAgent;
    const agent = recentAgents.get(looked, agentOf);
    const crawler = agent.crawler === null ? null : verifyCrawler(agent, clientAddress, crawlers);
    return { network, agent, crawler };
  };
}
