import { NEWS_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { newsVisit } from './journeys/news-visit.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person } from './person.js';

/** People whose browser fetches few assets: strict blockers, scripts switched off, and a few who read in a terminal. */
export const sparingBrowsers: Populate = (world) => {
  const people = world.count(70, 10);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'sparing_browser',
    people,
    visitsPerDay: world.count(80, 12),
    rhythm: NEWS_RHYTHM,
    person: (index, random) => {
      const text = index % 7 === 3;
      return {
        visitor: humanVisitor('sparing_browser', homes.at(index)),
        identity: text ? browserUserAgents.text(random) : browserUserAgents.desktop(random),
        habits: { warm: 0, assets: text ? 0 : random.between(0.1, 0.5) },
      };
    },
    visit: (person, random, emit, start) => {
      const browser = openBrowser(world, person, random, emit, start);
      return random.chance(0.3) ? shopVisit(browser, { buys: 0.1 }) : newsVisit(browser);
    },
  });
  return { visits: [visits], campaigns: [] };
};
