import { type Rhythm } from '../chance/rhythm.js';
import { type Random } from '../chance/random.js';
import { type AddressPool } from '../addresses/address-plan.js';
import { type BrowserIdentity } from '../user-agents/browser-user-agents.js';
import { type Population } from '../world/population.js';
import { type World } from '../world/world.js';
import { crowdVisits } from './crowd.js';
import { type Browser } from './browser.js';
import { type Script } from '../world/visit.js';
import { bankVisit } from './journeys/bank-visit.js';
import { marketVisit } from './journeys/market-visit.js';
import { ticketsVisit } from './journeys/tickets-visit.js';
import { newsVisit } from './journeys/news-visit.js';
import { shopVisit } from './journeys/shop-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** People of whom several share an address. */
export interface SharedLines {
  readonly name: string;
  readonly pool: AddressPool;
  readonly lines: number;
  readonly peoplePerLine: number;
  readonly visitsPerDay: number;
  readonly rhythm: Rhythm;
  /** Share of visits that go to the shop; the others read the news. */
  readonly shopping: number;
  readonly identity: (random: Random) => BrowserIdentity;
  /** Whether a visit may leave by any of the addresses, not by the person's own. */
  readonly roams?: boolean;
}

/** One visit in seven goes to another site of the estate than the two large ones. */
function anyVisit(browser: Browser, shopping: number, index: number): Script {
  const { random } = browser;
  const elsewhere = random.next();
  if (elsewhere < 0.05) return bankVisit(browser, { customer: 70_000 + index, expired: false });
  if (elsewhere < 0.11) return marketVisit(browser);
  if (elsewhere < 0.14) return ticketsVisit(browser);
  return random.chance(shopping) ? shopVisit(browser) : newsVisit(browser);
}

/** Makes a population of people behind shared addresses: told apart by user agent only. */
export function sharedLines(world: World, plan: SharedLines): Population {
  const lease = world.addresses.shared(plan.name, plan.pool, plan.lines);
  const people = plan.lines * plan.peoplePerLine;
  const visits = crowdVisits<Person & { readonly index: number }>(world, {
    name: plan.name,
    people,
    visitsPerDay: plan.visitsPerDay,
    rhythm: plan.rhythm,
    person: (index, random) => ({
      visitor: humanVisitor(plan.name, lease.at(index % plan.lines), { shared: true }),
      identity: plan.identity(random),
      habits: usualHabits(random),
      index,
    }),
    visit(person, random, emit, start) {
      const address = lease.at(random.integer(0, plan.lines - 1));
      const visitor = plan.roams === true ? { ...person.visitor, address } : person.visitor;
      const browser = openBrowser(world, { ...person, visitor }, random, emit, start);
      return anyVisit(browser, plan.shopping, person.index);
    },
  });
  return { visits: [visits], campaigns: [] };
}
