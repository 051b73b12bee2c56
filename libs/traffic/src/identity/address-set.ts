import { BoundedCache } from '../bounded-cache.js';
import { addressBytes, type Cidr, parseCidr } from './cidr.js';

/** Peers are few; what was found out about one is remembered. */
const REMEMBERED = 4_096;
const LONGEST_ADDRESS = 64;

/** The addresses of some CIDR blocks; a question costs one look for each prefix length among them. */
export class AddressSet {
  /** By kind of address and prefix length: the prefixes, as text. */
  readonly #prefixes = new Map<string, Set<string>>();
  readonly #shapes: readonly { readonly size: number; readonly length: number }[];
  readonly #known = new BoundedCache<boolean>(REMEMBERED, LONGEST_ADDRESS);

  /** Texts that are no CIDR block are no part of the set: checking them is for who reads the configuration. */
  constructor(blocks: readonly string[]) {
    const cidrs = blocks.map(parseCidr).filter((cidr) => cidr !== null);
    for (const cidr of cidrs) this.#add(cidr);
    this.#shapes = [...this.#prefixes.keys()].map((shape) => {
      const [size = 0, length = 0] = shape.split('/').map(Number);
      return { size, length };
    });
  }

  /** Whether an address in canonical text is in one of the blocks. */
  has(canonical: string): boolean {
    return this.#known.get(canonical, () => this.#contains(canonical));
  }

  #add({ bytes, length }: Cidr): void {
    const shape = `${bytes.length}/${length}`;
    const prefixes = this.#prefixes.get(shape) ?? new Set();
    this.#prefixes.set(shape, prefixes.add(prefixOf(bytes, length)));
  }

  #contains(canonical: string): boolean {
    const bytes = addressBytes(canonical);
    if (bytes === null) return false;
    return this.#shapes.some(
      ({ size, length }) =>
        size === bytes.length &&
        this.#prefixes.get(`${size}/${length}`)?.has(prefixOf(bytes, length)) === true,
    );
  }
}

/** The first bits of an address, as text. */
function prefixOf(bytes: readonly number[], length: number): string {
  const whole = length >> 3;
  const prefix = bytes.slice(0, whole);
  const rest = length & 7;
  if (rest > 0) prefix.push((bytes[whole] ?? 0) & (0xff00 >> rest));
  return prefix.join('.');
}
