import ipaddr from 'ipaddr.js';

interface Interval {
  /** First and last address as 32 hexadecimal digits, IPv4 in its IPv6-mapped form. */
  readonly first: string;
  readonly last: string;
}

/** A set of prefixes of both families, asked by binary search over sorted disjoint intervals. */
export class AddressRanges {
  readonly #intervals: readonly Interval[];

  /** @throws Error when a prefix is not in CIDR notation. */
  constructor(prefixes: readonly string[]) {
    this.#intervals = merge(prefixes.map(intervalOf));
  }

  /** Whether the address, as from `addressDigits`, is in one of the prefixes. */
  has(digits: string): boolean {
    let low = 0;
    let high = this.#intervals.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const interval = this.#intervals[middle];
      if (interval === undefined) return false;
      if (digits < interval.first) high = middle - 1;
      else if (digits > interval.last) low = middle + 1;
      else return true;
    }
    return false;
  }
}

/** An address as 32 hexadecimal digits; null where the text is none or is not globally routed. */
export function addressDigits(address: string): string | null {
  // isValid alone also takes short and octal forms such as 66.249.66.
  const isAddress = ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
  if (!isAddress) return null;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' ? digitsOf(mapped(parsed).toByteArray()) : null;
}

function mapped(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv6 {
  return address instanceof ipaddr.IPv4 ? address.toIPv4MappedAddress() : address;
}

function digitsOf(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function intervalOf(prefix: string): Interval {
  const [address, length] = ipaddr.parseCIDR(prefix);
  const bytes = mapped(address).toByteArray();
  const bits = address instanceof ipaddr.IPv4 ? length + 96 : length;
  const edge = (ones: boolean): string =>
    digitsOf(bytes.map((byte, at) => byteAtEdge(byte, bits - at * 8, ones)));
  return { first: edge(false), last: edge(true) };
}

/** The byte with everything after its first `kept` bits set to one or to zero. */
function byteAtEdge(byte: number, kept: number, ones: boolean): number {
  const free = kept >= 8 ? 0 : kept <= 0 ? 0xff : 0xff >> kept;
  return ones ? byte | free : byte & ~free;
}

function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of [...intervals].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const last = merged.at(-1);
    if (last === undefined || next.first > last.last) merged.push(next);
    else if (next.last > last.last) merged[merged.length - 1] = { ...last, last: next.last };
  }
  return merged;
}
