import { type UserAgentIdentity } from '../user-agent/user-agent-identity.js';
import { addressDigits } from './address-ranges.js';
import { type RangeBasis } from './range-list.js';
import { type IndexedRangeList, rangeListsByOperator } from './range-lists.js';

export interface CrawlerVerification {
  /** `ip_range`: the address is one the claimed operator publishes or holds. */
  readonly verification: 'ip_range' | 'none';
  /** The verified operator; null where nothing was verified. */
  readonly operator: string | null;
  /** The claim is false: the operator's list is complete and the address is in none of its lists. */
  readonly impostor: boolean;
  /** What the verification rests on; null where nothing was verified. */
  readonly basis: Exclude<RangeBasis, 'earlier'> | null;
}

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
export function verifyCrawler(identity: UserAgentIdentity, address: string): CrawlerVerification {
  const { crawler } = identity;
  if (crawler === null) return UNVERIFIED;
  const lists = rangeListsByOperator.get(crawler.operator);
  const digits = lists === undefined ? null : addressDigits(address);
  if (lists === undefined || digits === null) return UNVERIFIED;
  const about = listsAbout(crawler.name, lists);
  const proof = about.find(({ basis, ranges }) => basis !== 'earlier' && ranges.has(digits));
  if (proof !== undefined) return verified(proof);
  const isComplete = about.some(
    ({ complete, covers }) => complete && covers.includes(crawler.name),
  );
  return isComplete && !lists.some(({ ranges }) => ranges.has(digits)) ? IMPOSTOR : UNVERIFIED;
}

/** Lists that name the crawler decide alone; a crawler no list names may come from any of them. */
function listsAbout(name: string, lists: readonly IndexedRangeList[]): readonly IndexedRangeList[] {
  const named = lists.filter(({ covers }) => covers.includes(name));
  return named.length > 0 ? named : lists;
}

function verified({ operator, basis }: IndexedRangeList): CrawlerVerification {
  return {
    verification: 'ip_range',
    operator,
    impostor: false,
    basis: basis === 'published' ? 'published' : 'network',
  };
}
