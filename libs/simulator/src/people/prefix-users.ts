import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Population, type Populate } from '../world/population.js';
import { type World } from '../world/world.js';
import { type AddressLease } from '../addresses/address-plan.js';
import { crowdVisits } from './crowd.js';
import { newsVisit } from './journeys/news-visit.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** People whose addresses change within a /64 of IPv6. */
interface PrefixCrowd {
  readonly name: string;
  readonly people: number;
  readonly visitsPerDay: number;
  readonly phones: number;
  readonly prefixOf: (person: number) => AddressLease;
}

/** Addresses are temporary (RFC 8981): each visit comes from another one. */
function prefixCrowd(world: World, crowd: PrefixCrowd): Population {
  let visits = 0;
  const stream = crowdVisits<Person & { readonly index: number }>(world, {
    ...crowd,
    rhythm: SHOP_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor(crowd.name, ''),
      identity: random.chance(crowd.phones)
        ? browserUserAgents.mobile(random)
        : browserUserAgents.desktop(random),
      habits: usualHabits(random),
      index,
    }),
    visit(person, random, emit, start) {
      const visitor = { ...person.visitor, address: crowd.prefixOf(person.index).at(visits++) };
      const browser = openBrowser(world, { ...person, visitor }, random, emit, start);
      return random.chance(0.5) ? shopVisit(browser) : newsVisit(browser);
    },
  });
  return { visits: [stream], campaigns: [] };
}

/** Phones, and laptops behind them, on a mobile network that gives each subscriber a /64. */
export const phonePrefixUsers: Populate = (world) => {
  const people = world.count(40, 8);
  const prefixes = Array.from({ length: people }, () => world.addresses.lease('phone_prefix', 1));
  return prefixCrowd(world, {
    name: 'phone_prefix_user',
    people,
    visitsPerDay: world.count(130, 30),
    phones: 0.7,
    prefixOf: (person) => leaseOf(prefixes, person),
  });
};

/** Students and staff on the wireless networks of a campus: one /64 for a whole building. */
export const campusUsers: Populate = (world) => {
  const buildings = Array.from({ length: 2 }, () => world.addresses.lease('campus_prefix', 1));
  return prefixCrowd(world, {
    name: 'campus_user',
    people: world.count(60, 16),
    visitsPerDay: world.count(110, 30),
    phones: 0.4,
    prefixOf: (person) => leaseOf(buildings, person % buildings.length),
  });
};

function leaseOf(leases: readonly AddressLease[], place: number): AddressLease {
  const lease = leases[place];
  if (lease === undefined) throw new RangeError(`nobody leased prefix ${place}`);
  return lease;
}
