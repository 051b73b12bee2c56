import { type Membership } from '#libs/intent';

/**
 * One membership an address: an act tells more than reading, with which most visits begin; among equals the likelier one
 * counts.
 */
export function fittestMemberships(
  memberships: Iterable<readonly [string, Membership]>,
): ReadonlyMap<string, Membership> {
  const fittest = new Map<string, Membership>();
  for (const [address, membership] of memberships) {
    const other = fittest.get(address);
    if (other === undefined || rankOf(membership) > rankOf(other)) fittest.set(address, membership);
  }
  return fittest;
}

function rankOf({ campaign, probability }: Membership): number {
  return probability + (campaign.kind === 'reading' || campaign.kind === 'probing' ? 0 : 1);
}
