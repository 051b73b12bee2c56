import { OFFICE_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { sharedLines } from './shared-lines.js';

/** Offices whose staff leave by one proxy address each: dozens of user agents, office hours, the volume of a crawler. */
export const corporateProxies: Populate = (world) =>
  sharedLines(world, {
    name: 'corporate_proxy',
    pool: 'office',
    lines: world.count(3, 2),
    peoplePerLine: 45,
    visitsPerDay: world.count(190, 60),
    rhythm: OFFICE_RHYTHM,
    shopping: 0.35,
    identity: (random) => browserUserAgents.desktop(random),
  });
