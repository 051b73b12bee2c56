import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { appUserAgent } from '../user-agents/app-user-agents.js';
import { Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { type Visitor } from '../world/visitor.js';
import { crowdVisits } from './crowd.js';
import { appVisit } from './journeys/app-visit.js';
import { humanVisitor } from './person.js';

interface AppUser {
  readonly visitor: Visitor;
  readonly userAgent: string;
  readonly account: string;
}

/** Customers who use the shop's mobile app only: no page, no asset, no referer, a library's user agent. They are people. */
export const appUsers: Populate = (world) => {
  const people = world.count(1100, 180);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<AppUser>(world, {
    name: 'app_user',
    people,
    visitsPerDay: world.count(620, 110),
    rhythm: SHOP_RHYTHM,
    followsSale: true,
    person: (index, random) => ({
      visitor: humanVisitor('app_user', homes.at(index), { class: 'mobile_app' }),
      userAgent: appUserAgent(random),
      account: `customer-${20_000 + index}`,
    }),
    visit(person, random, emit, start) {
      const traits = { ...person, protocol: 'HTTP/2.0' };
      return appVisit(new Client(world, traits, random, emit, start), person.account);
    },
  });
  return { visits: [visits], campaigns: [] };
};
