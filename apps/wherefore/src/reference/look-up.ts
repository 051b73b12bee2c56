import { canonicalAddress } from '#libs/traffic';
import {
  type CrawlerClaim,
  crawlerOf,
  identifyUserAgent,
  type NetworkFacts,
  type ReferenceData,
  type UserAgentIdentity,
} from '#libs/reference';
import { CliError } from '../cli-error.js';

/** What a person asks the reference data about. */
export interface Question {
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** What they say of it; null for what was not asked. */
export interface Answer {
  readonly address: string | null;
  readonly network: NetworkFacts | null;
  readonly agent: Omit<UserAgentIdentity, 'crawler'> | null;
  readonly crawler: CrawlerClaim | null;
}

/** @throws CliError where the address is none. */
export function lookUp(data: ReferenceData, { address, userAgent }: Question): Answer {
  const canonical = address === null ? null : canonicalAddress(address);
  if (canonical === '')
    throw new CliError('NO_ADDRESS', 'That is no IPv4 or IPv6 address; give one like 192.0.2.7.');
  return {
    address: canonical,
    network: canonical === null ? null : data.networks.networkOf(canonical),
    agent: userAgent === null ? null : agentIn(userAgent),
    crawler: userAgent === null ? null : crawlerOf(userAgent, canonical ?? '', data.crawlers),
  };
}

function agentIn(userAgent: string): Answer['agent'] {
  const { family, kind, majorVersion, operatingSystem, attackTool, oddities } =
    identifyUserAgent(userAgent);
  return { family, kind, majorVersion, operatingSystem, attackTool, oddities };
}
