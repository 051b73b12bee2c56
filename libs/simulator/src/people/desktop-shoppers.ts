import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** People who shop at a computer, each from a connection of their own. */
export const desktopShoppers: Populate = (world) => {
  const people = world.count(1300, 220);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'desktop_shopper',
    people,
    visitsPerDay: world.count(560, 95),
    rhythm: SHOP_RHYTHM,
    followsSale: true,
    person: (index, random) => ({
      visitor: humanVisitor('desktop_shopper', homes.at(index)),
      identity: browserUserAgents.desktop(random),
      habits: usualHabits(random),
    }),
    visit: (person, random, emit, start) =>
      shopVisit(openBrowser(world, person, random, emit, start)),
  });
  return { visits: [visits], campaigns: [] };
};
