import { type Campaign } from './campaign.js';
import { type Visit } from './visit.js';
import { type World } from './world.js';

/** One kind of actor, ready to play: streams of visits, each by start time, and the campaigns they form. */
export interface Population {
  readonly visits: readonly Iterable<Visit>[];
  readonly campaigns: readonly Campaign[];
}

/** Makes a population of a world. Whatever it leases, it leases here, before any visit starts. */
export type Populate = (world: World) => Population;
