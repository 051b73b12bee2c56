import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { sharedLines } from './shared-lines.js';

/** Phones on a mobile network that puts many of them behind one address, and one phone behind several in turn. */
export const carrierNatUsers: Populate = (world) =>
  sharedLines(world, {
    name: 'carrier_nat_user',
    pool: 'mobile',
    lines: world.count(32, 4),
    peoplePerLine: 12,
    visitsPerDay: world.count(260, 24),
    rhythm: SHOP_RHYTHM,
    shopping: 0.45,
    identity: (random) => browserUserAgents.mobile(random),
    roams: true,
  });
