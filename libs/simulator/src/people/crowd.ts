import { arrivals } from '../chance/arrivals.js';
import { type Random } from '../chance/random.js';
import { type Rhythm, rhythmAt } from '../chance/rhythm.js';
import { type Emit, type Script, type Visit } from '../world/visit.js';
import { type World } from '../world/world.js';

/** People of one kind, who come and come back. */
export interface Crowd<Person> {
  readonly name: string;
  readonly people: number;
  /** Visits of the whole crowd on a mean day. */
  readonly visitsPerDay: number;
  readonly rhythm: Rhythm;
  /** Whether the flash sale brings more of them (then half of `people` come only then). */
  readonly followsSale?: boolean;
  /** The same person for the same index, whenever asked. */
  readonly person: (index: number, random: Random) => Person;
  readonly visit: (person: Person, random: Random, emit: Emit, start: number) => Script;
}

/** The visits of a crowd in order of arrival. Some people come more often than others (index by a square-law draw). */
export function* crowdVisits<Person>(world: World, crowd: Crowd<Person>): Generator<Visit> {
  const { name, rhythm, followsSale } = crowd;
  const random = world.random(`${name}/arrivals`);
  const factor = (time: number): number =>
    rhythmAt(rhythm, time) * (followsSale === true ? world.calendar.saleCrowdAt(time) : 1);
  let number = 0;
  for (const start of arrivals(random, world, (time) => (crowd.visitsPerDay / 24) * factor(time))) {
    const inSale = followsSale === true && world.calendar.saleCrowdAt(start) > 1;
    const reach = followsSale === true && !inSale ? crowd.people / 2 : crowd.people;
    const index = Math.floor(reach * random.next() ** (inSale ? 1 : 1.5));
    const visit = number++;
    yield {
      start,
      run: (emit) => {
        const person = crowd.person(index, world.random(`${name}/person`, index));
        return crowd.visit(person, world.random(`${name}/visit`, visit), emit, start);
      },
    };
  }
}
