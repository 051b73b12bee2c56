import { type IpAddress, parseIpAddress } from '../address/ip-address.js';
import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';
import { type ClaimLists, type CrawlerRanges } from './crawler-ranges.js';
import { type CrawlerVerification } from './crawler-verification.js';
import { isGloballyRouted } from './globally-routed.js';
import { packagedCrawlerRanges } from './packaged-crawler-ranges.js';

const UNVERIFIED: CrawlerVerification = {
  verification: 'none',
  operator: null,
  impostor: false,
  basis: null,
};

const IMPOSTOR: CrawlerVerification = { ...UNVERIFIED, impostor: true };

/**
 * Checks a user agent's claim to be some operator's crawler against the operator's addresses. Claims
 * of operators without a complete list stay unverified, never false; so do private addresses and host
 * names, which no public list can speak about.
 */
export function verifyCrawler(
  { crawler }: { readonly crawler: DeclaredCrawler | null },
  address: string,
  ranges: CrawlerRanges = packagedCrawlerRanges,
): CrawlerVerification {
  const lists = crawler === null ? undefined : ranges.listsFor(crawler);
  const routed = lists === undefined ? null : routedAddress(address);
  if (lists === undefined || routed === null) return UNVERIFIED;
  const proof = lists.about.find(
    ({ basis, ranges: own }) => basis !== 'earlier' && own.has(routed),
  );
  return proof?.proof ?? (isOutside(lists, routed) ? IMPOSTOR : UNVERIFIED);
}

function isOutside({ isComplete, operator }: ClaimLists, address: IpAddress): boolean {
  return isComplete && !operator.some(({ ranges }) => ranges.has(address));
}

function routedAddress(address: string): IpAddress | null {
  const parsed = parseIpAddress(address);
  return parsed !== null && isGloballyRouted(parsed) ? parsed : null;
}
