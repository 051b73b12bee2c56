import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { shopSite } from '../sites/shop-site.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

const ICONS = ['/apple-touch-icon-precomposed.png', '/apple-touch-icon.png'];

/** People who shop on a phone at home. An iPhone asks for home-screen icons through a system service with a user agent of its own. */
export const mobileShoppers: Populate = (world) => {
  const people = world.count(1200, 200);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'mobile_shopper',
    people,
    visitsPerDay: world.count(520, 85),
    rhythm: SHOP_RHYTHM,
    followsSale: true,
    person: (index, random) => ({
      visitor: humanVisitor('mobile_shopper', homes.at(index)),
      identity: browserUserAgents.mobile(random),
      habits: usualHabits(random),
    }),
    *visit(person, random, emit, start) {
      const browser = openBrowser(world, person, random, emit, start);
      yield* shopVisit(browser);
      if (!person.identity.userAgent.includes('iPhone') || !random.chance(0.2)) return;
      const userAgent = 'MobileSafari/8621.3.11.10.3 CFNetwork/3826.600.41 Darwin/24.6.0';
      ICONS.forEach((target, index) => {
        browser.send({ site: shopSite, target, userAgent, delay: 40 * index });
      });
    },
  });
  return { visits: [visits], campaigns: [] };
};
