import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { sharedLines } from './shared-lines.js';

/** Three people behind one home router. */
export const households: Populate = (world) =>
  sharedLines(world, {
    name: 'household',
    pool: 'residential',
    lines: world.count(60, 5),
    peoplePerLine: 3,
    visitsPerDay: world.count(150, 14),
    rhythm: SHOP_RHYTHM,
    shopping: 0.5,
    identity: (random) =>
      random.chance(0.5) ? browserUserAgents.mobile(random) : browserUserAgents.desktop(random),
  });
