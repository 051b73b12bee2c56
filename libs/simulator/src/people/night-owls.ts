import { NIGHT_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { newsVisit } from './journeys/news-visit.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** People who are awake when the rest sleeps, and stay longer. */
export const nightOwls: Populate = (world) => {
  const people = world.count(70, 10);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'night_owl',
    people,
    visitsPerDay: world.count(60, 12),
    rhythm: NIGHT_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('night_owl', homes.at(index)),
      identity: browserUserAgents.desktop(random),
      habits: usualHabits(random),
    }),
    visit: (person, random, emit, start) => {
      const browser = openBrowser(world, person, random, emit, start);
      const depth = random.integer(3, 26);
      return random.chance(0.6) ? shopVisit(browser, { depth }) : newsVisit(browser, { depth });
    },
  });
  return { visits: [visits], campaigns: [] };
};
