import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { newsVisit } from './journeys/news-visit.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person } from './person.js';

/** People with machines nobody updates: television sets, old tablets, offices on Windows 7. */
export const oldBrowsers: Populate = (world) => {
  const people = world.count(60, 8);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'old_browser',
    people,
    visitsPerDay: world.count(55, 9),
    rhythm: SHOP_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('old_browser', homes.at(index)),
      identity: browserUserAgents.old(random),
      habits: { warm: 0, assets: 1 },
    }),
    visit: (person, random, emit, start) => {
      const browser = openBrowser(world, person, random, emit, start);
      return random.chance(0.5) ? shopVisit(browser) : newsVisit(browser);
    },
  });
  return { visits: [visits], campaigns: [] };
};
