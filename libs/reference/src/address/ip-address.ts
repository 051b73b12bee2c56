import { parseIpv4, parseIpv6 } from '#libs/traffic';

/**
 * An address of either family as four unsigned 32-bit words, the most significant first; IPv4 in its
 * IPv6-mapped form, `::ffff:192.0.2.1`.
 */
export interface IpAddress {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

export type AddressFamily = 'ipv4' | 'ipv6';

/** The third word of IPv4 in IPv6-mapped form (RFC 4291, 2.5.5.2). */
const MAPPED = 0xffff;

/** The address a text stands for; null for host names and whatever else is none. */
export function parseIpAddress(text: string): IpAddress | null {
  return text.includes(':') ? fromGroups(parseIpv6(text)) : fromOctets(parseIpv4(text));
}

export function familyOf({ a, b, c }: IpAddress): AddressFamily {
  return a === 0 && b === 0 && c === MAPPED ? 'ipv4' : 'ipv6';
}

/** Negative, zero or positive, as for sorting. */
export function compareAddresses(one: IpAddress, other: IpAddress): number {
  return one.a - other.a || one.b - other.b || one.c - other.c || one.d - other.d;
}

/** The address that follows; the last IPv6 address is followed by the first. */
export function addressAfter({ a, b, c, d }: IpAddress): IpAddress {
  const next = { a, b, c, d: (d + 1) >>> 0 };
  if (next.d === 0) next.c = (c + 1) >>> 0;
  if (next.d === 0 && next.c === 0) next.b = (b + 1) >>> 0;
  if (next.d === 0 && next.c === 0 && next.b === 0) next.a = (a + 1) >>> 0;
  return next;
}

function fromOctets(octets: readonly number[] | null): IpAddress | null {
  if (octets === null) return null;
  const [first = 0, second = 0, third = 0, fourth = 0] = octets;
  return { a: 0, b: 0, c: MAPPED, d: word(first * 256 + second, third * 256 + fourth) };
}

function fromGroups(groups: readonly number[] | null): IpAddress | null {
  if (groups === null) return null;
  const [g0 = 0, g1 = 0, g2 = 0, g3 = 0, g4 = 0, g5 = 0, g6 = 0, g7 = 0] = groups;
  return { a: word(g0, g1), b: word(g2, g3), c: word(g4, g5), d: word(g6, g7) };
}

function word(high: number, low: number): number {
  return ((high << 16) | low) >>> 0;
}
