import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** Somebody who opens sixty products before choosing one, or none: a person who looks like a scraper by volume. */
export const comparingShoppers: Populate = (world) => {
  const people = world.count(26, 4);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'comparing_shopper',
    people,
    visitsPerDay: world.count(22, 4),
    rhythm: SHOP_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('comparing_shopper', homes.at(index)),
      identity: browserUserAgents.desktop(random),
      habits: usualHabits(random),
    }),
    visit: (person, random, emit, start) =>
      shopVisit(openBrowser(world, person, random, emit, start), {
        depth: random.integer(45, 85),
        products: 0.85,
        signsIn: 0.4,
        buys: 0.5,
      }),
  });
  return { visits: [visits], campaigns: [] };
};
