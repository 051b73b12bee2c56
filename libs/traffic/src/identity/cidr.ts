import { canonicalAddress } from '../canonical-address.js';
import { parseIpv4 } from '../scan/ipv4.js';
import { parseIpv6 } from '../scan/ipv6.js';

/** A block of addresses. */
export interface Cidr {
  /** Of 4 (IPv4) or 16 (IPv6) bytes, network order. */
  readonly bytes: readonly number[];
  /** How many leading bits all addresses of the block share. */
  readonly length: number;
}

/** `192.0.2.0/24`, `2001:db8::/32` or a single address; null where it is none. Bits behind the prefix are ignored. */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/');
  const address = slash < 0 ? text : text.slice(0, slash);
  const bytes = BARE_ADDRESS.test(address) ? addressBytes(canonicalAddress(address)) : null;
  if (bytes === null) return null;
  const bits = bytes.length * 8;
  // ::ffff:192.0.2.0/120 is 192.0.2.0/24: the canonical form of such addresses is IPv4.
  const mapped = bits === 32 && address.includes(':') ? 96 : 0;
  const length = slash < 0 ? bits : prefixLength(text.slice(slash + 1)) - mapped;
  return length >= 0 && length <= bits ? { bytes, length } : null;
}

/** Ports, brackets and zones belong to addresses of somebody, not to blocks. */
const BARE_ADDRESS = /^(?:[\d.]{7,15}|[\da-f]{0,4}:[\da-f:.]{1,40})$/i;

function prefixLength(digits: string): number {
  return /^\d{1,3}$/.test(digits) ? Number(digits) : NaN;
}

/** The bytes of an address in canonical text, or null. */
export function addressBytes(canonical: string): number[] | null {
  if (canonical === '') return null;
  if (!canonical.includes(':')) {
    const octets = parseIpv4(canonical);
    return octets === null ? null : [...octets];
  }
  return parseIpv6(canonical)?.flatMap((group) => [group >> 8, group & 255]) ?? null;
}
