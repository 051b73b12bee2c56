import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { sharedLines } from './shared-lines.js';

/** People who browse through a privacy relay: every visit leaves by another of its addresses, all of one vendor's browsers. */
export const relayUsers: Populate = (world) =>
  sharedLines(world, {
    name: 'relay_user',
    pool: 'relay',
    lines: world.count(48, 8),
    peoplePerLine: 3,
    visitsPerDay: world.count(120, 12),
    rhythm: SHOP_RHYTHM,
    shopping: 0.5,
    identity: (random) => browserUserAgents.apple(random),
    roams: true,
  });
