import { ipv4Number } from '#libs/traffic';
import { type NetworkFacts } from '../networks/network-facts.js';

const BITS = 16;
/** Knuth's multiplicative hash (The Art of Computer Programming, 6.4): 2^32 divided by the golden ratio. */
const SPREAD = 2_654_435_769;

/**
 * The networks of IPv4 addresses seen last, one address a slot: numbers side by side in memory, where a
 * map of texts would wait for it several times. Never changes an answer, only its cost.
 */
export class RecentNetworks {
  readonly #addresses = new Uint32Array(2 ** BITS);
  readonly #facts: (NetworkFacts | undefined)[] = Array.from({ length: 2 ** BITS });

  get(address: string, find: (address: string) => NetworkFacts): NetworkFacts {
    const number = ipv4Number(address);
    if (number < 0) return find(address);
    const slot = imul(number, SPREAD) >>> (32 - BITS);
    const known = this.#facts[slot];
    if (known !== undefined && this.#addresses[slot] === number) return known;
    const facts = find(address);
    this.#addresses[slot] = number;
    this.#facts[slot] = facts;
    return facts;
  }
}

const { imul } = Math;
