import { type AddressFamily, type IpAddress } from './ip-address.js';

/**
 * A number for every address of one family, 0 where there is none: sorted starts, each of which holds
 * up to the next one. Immutable.
 */
export class AddressTable {
  /**
   * @param starts One column for IPv4 (the address), four for IPv6 (its words, the most significant
   *   first); ascending, as long as `values`.
   */
  constructor(
    readonly family: AddressFamily,
    readonly starts: readonly Uint32Array[],
    readonly values: Uint32Array,
  ) {}

  /** The number of an address of this table's family; O(log n), nothing allocated. */
  valueAt(address: IpAddress): number {
    const at = this.family === 'ipv4' ? this.#upToIpv4(address.d) : this.#upToIpv6(address);
    return this.values[at - 1] ?? 0;
  }

  /** How many starts are at or before the address. */
  #upToIpv4(address: number): number {
    const [starts = this.values] = this.starts;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= address) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #upToIpv6(address: IpAddress): number {
    let low = 0;
    let high = this.values.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#startsAfter(middle, address)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #startsAfter(at: number, { a, b, c, d }: IpAddress): boolean {
    const [first, second, third, fourth] = this.starts;
    const order =
      difference(first, at, a) ||
      difference(second, at, b) ||
      difference(third, at, c) ||
      difference(fourth, at, d);
    return order > 0;
  }
}

function difference(words: Uint32Array | undefined, at: number, word: number): number {
  return (words?.[at] ?? 0) - word;
}
