import { type VisitorFeatures } from '../visitor-features.js';

/**
 * How many people may be behind a visitor key: counts that are much for one are little for a crowd. A wide key
 * stands for its addresses; an address for its user agents, if they load what pages show. At least one.
 */
export function headsOf({ keyType, addresses, userAgents, assets }: VisitorFeatures): number {
  if (keyType === 'prefix' || keyType === 'network' || keyType === 'fingerprint') {
    return Math.max(1, addresses);
  }
  return keyType === 'address' && assets > 0 ? Math.max(1, userAgents) : 1;
}
