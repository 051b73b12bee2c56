import { type AddressLease } from '../addresses/address-plan.js';
import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { type World } from '../world/world.js';
import { sharedLines } from './shared-lines.js';

const NAME = 'carrier_nat_user';

function lines(world: World): number {
  return world.count(32, 6);
}

/** The carrier's addresses, for machines that leave by them too. */
export function carrierNat(world: World): { readonly lease: AddressLease; readonly lines: number } {
  return { lease: world.addresses.shared(NAME, 'mobile', lines(world)), lines: lines(world) };
}

/** Phones on a mobile network that puts many of them behind one address, and one phone behind several in turn. */
export const carrierNatUsers: Populate = (world) =>
  sharedLines(world, {
    name: NAME,
    pool: 'mobile',
    lines: lines(world),
    peoplePerLine: 12,
    visitsPerDay: world.count(260, 45),
    rhythm: SHOP_RHYTHM,
    shopping: 0.45,
    identity: (random) => browserUserAgents.mobile(random),
    roams: true,
  });
