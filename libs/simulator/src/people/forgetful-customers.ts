import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { shopPages } from '../sites/shop-pages.js';
import { shopSite } from '../sites/shop-site.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Script } from '../world/visit.js';
import { type Populate } from '../world/population.js';
import { type Browser } from './browser.js';
import { crowdVisits } from './crowd.js';
import { typingTime } from './journeys/pace.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

const RESET = '/account/password-reset';

function* resetPassword(browser: Browser): Script {
  const { random } = browser;
  const { release } = browser.world.calendar.conditionsAt(browser.now);
  browser.open(shopSite, shopPages.form(RESET, release));
  yield browser.wait(typingTime(random));
  browser.request(shopSite, RESET, { method: 'POST', accepted: true });
  yield browser.wait(random.logNormal(70_000, 0.6));
  const link = `${RESET}/confirm?token=${random.hex(40)}`;
  browser.page = '';
  browser.open(shopSite, shopPages.form(link, release));
  yield browser.wait(typingTime(random));
  browser.request(shopSite, RESET, { method: 'POST', accepted: true });
}

/** Customers who mistype their password once to four times; one in five gives up, and half of those ask for a new password. */
export const forgetfulCustomers: Populate = (world) => {
  const people = world.count(130, 30);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'forgetful_customer',
    people,
    visitsPerDay: world.count(85, 24),
    rhythm: SHOP_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('forgetful_customer', homes.at(index)),
      identity: random.chance(0.5)
        ? browserUserAgents.mobile(random)
        : browserUserAgents.desktop(random),
      habits: usualHabits(random),
    }),
    *visit(person, random, emit, start) {
      const browser = openBrowser(world, person, random, emit, start);
      const givesUp = random.chance(0.2);
      const mistakes = random.weighted([
        [50, 1],
        [27, 2],
        [15, 3],
        [8, 4],
      ]);
      yield* shopVisit(browser, { depth: random.integer(1, 6), signIn: { mistakes, givesUp } });
      if (givesUp && random.chance(0.5)) yield* resetPassword(browser);
    },
  });
  return { visits: [visits], campaigns: [] };
};
