import { type Span } from '../chance/arrivals.js';
import { type Random } from '../chance/random.js';
import { type Rhythm } from '../chance/rhythm.js';
import { type BrowserIdentity, browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Population } from '../world/population.js';
import { type Script, type Visit } from '../world/visit.js';
import { type World } from '../world/world.js';
import { type Browser } from './browser.js';
import { crowdVisits } from './crowd.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** People at browsers, each from a connection of their own, who come for one thing. */
interface Occasion {
  readonly name: string;
  readonly people: number;
  readonly identity?: (random: Random) => BrowserIdentity;
  readonly journey: (browser: Browser, index: number) => Script;
}

/** Phones and computers as most sites see them. */
function anyBrowser(random: Random): BrowserIdentity {
  return random.chance(0.55) ? browserUserAgents.mobile(random) : browserUserAgents.desktop(random);
}

function personOf(occasion: Occasion, address: string, random: Random): Person {
  const identity = (occasion.identity ?? anyBrowser)(random);
  return {
    visitor: humanVisitor(occasion.name, address),
    identity,
    habits: usualHabits(random),
  };
}

/** People who come over the whole day, some of them again. */
export function browserCrowd(
  world: World,
  plan: Occasion & { readonly visitsPerDay: number; readonly rhythm: Rhythm },
): Population {
  const homes = world.addresses.lease('residential', plan.people);
  const visits = crowdVisits<Person & { index: number }>(world, {
    name: plan.name,
    people: plan.people,
    visitsPerDay: plan.visitsPerDay,
    rhythm: plan.rhythm,
    person: (index, random) => ({ ...personOf(plan, homes.at(index), random), index }),
    visit: (person, random, emit, start) =>
      plan.journey(openBrowser(world, person, random, emit, start), person.index),
  });
  return { visits: [visits], campaigns: [] };
}

/** People who all come for one occasion, once each: most at its beginning, some ahead of it, fewer and fewer later. */
export function browserRush(
  world: World,
  plan: Occasion & {
    readonly span: Span;
    /** Share of them that come ahead, and how many milliseconds at most. */
    readonly early?: { readonly share: number; readonly lead: number };
  },
): Population {
  const { people, span, early, name } = plan;
  const homes = world.addresses.lease('residential', people);
  const visits = Array.from({ length: people }, (_, index): Visit => {
    const random = world.random(`${name}/visit`, index);
    const ahead = early !== undefined && random.chance(early.share);
    const after = Math.min(0.98, random.exponential(0.3)) * (span.end - span.start);
    const offset = ahead ? -random.between(0, early.lead) : after;
    const start = Math.max(world.start, Math.floor(span.start + offset));
    return {
      start,
      run: (emit) => {
        const person = personOf(plan, homes.at(index), world.random(`${name}/person`, index));
        return plan.journey(openBrowser(world, person, random, emit, start), index);
      },
    };
  });
  return { visits: [visits.sort((a, b) => a.start - b.start)], campaigns: [] };
}
