import { type Random } from '../chance/random.js';
import { Client } from './client.js';
import { type Script, type Visit } from './visit.js';
import { type Visitor } from './visitor.js';
import { type World } from './world.js';

/** A program at one address, with all it does in one script. */
export interface Machine {
  readonly visitor: Visitor;
  readonly userAgent: string;
  readonly protocol?: string;
  readonly start: number;
  readonly script: (client: Client) => Script;
}

/** The visits of `count` machines, in order of start. The maker draws from the machine's own stream of chance. */
export function machineVisits(
  world: World,
  name: string,
  count: number,
  make: (index: number, random: Random) => Machine,
): Visit[] {
  const visits = Array.from({ length: count }, (_, index): Visit => {
    const random = world.random(name, index);
    const machine = make(index, random);
    const traits = { protocol: 'HTTP/1.1', ...machine };
    const { start } = machine;
    return { start, run: (emit) => machine.script(new Client(world, traits, random, emit, start)) };
  });
  return visits.sort((a, b) => a.start - b.start);
}
