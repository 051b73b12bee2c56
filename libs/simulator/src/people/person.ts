import { type Random } from '../chance/random.js';
import { type BrowserIdentity } from '../user-agents/browser-user-agents.js';
import { type Emit } from '../world/visit.js';
import { type Visitor } from '../world/visitor.js';
import { type World } from '../world/world.js';
import { Browser, type BrowsingHabits } from './browser.js';

/** A person at a browser. */
export interface Person {
  readonly visitor: Visitor;
  readonly identity: BrowserIdentity;
  readonly habits: BrowsingHabits;
}

/** A human visitor of a kind. */
export function humanVisitor(
  kind: string,
  address: string,
  traits: Partial<Pick<Visitor, 'shared' | 'class'>> = {},
): Visitor {
  return {
    address,
    shared: false,
    label: 'human',
    class: 'browser',
    campaign: '',
    evasion: '',
    kind,
    ...traits,
  };
}

/** Habits as most have them: six in ten come with a cold cache, one in three blocks some of the assets. */
export function usualHabits(random: Random): BrowsingHabits {
  return {
    warm: random.chance(0.4) ? random.between(0.3, 0.9) : 0,
    assets: random.chance(0.3) ? random.between(0.75, 0.95) : 1,
  };
}

/** The person's browser at the start of a visit. */
export function openBrowser(
  world: World,
  person: Person,
  random: Random,
  emit: Emit,
  start: number,
): Browser {
  return new Browser(world, person, random, emit, start);
}
