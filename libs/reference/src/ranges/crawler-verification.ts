import { type RangeBasis } from './range-list.js';

/** What an address says of the claim to be a crawler. Shared between visitors; never changed. */
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
