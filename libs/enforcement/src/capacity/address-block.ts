import { parseCidr } from '#libs/traffic';

/** A block of addresses as numbers, so that blocks can be compared, halved and merged. */
export interface AddressBlock {
  readonly version: 4 | 6;
  /** The first address; no bits behind the prefix. */
  readonly first: bigint;
  /** Length of the prefix: 0 to 32, or to 128. */
  readonly bits: number;
}

const WIDTH = { 4: 32, 6: 128 } as const;

/** From CIDR notation or a single address, host bits cut off; null where the text is neither. */
export function parseBlock(text: string): AddressBlock | null {
  const cidr = parseCidr(text);
  if (cidr === null) return null;
  const version = cidr.bytes.length === 4 ? 4 : 6;
  const address = cidr.bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return blockAround({ version, first: address, bits: WIDTH[version] }, cidr.length);
}

/** The block of `bits` bits that holds this one. */
export function blockAround({ version, first }: AddressBlock, bits: number): AddressBlock {
  const behind = BigInt(WIDTH[version] - bits);
  return { version, first: (first >> behind) << behind, bits };
}

/** Whether every address of `inner` is one of `outer`. */
export function holdsBlock(outer: AddressBlock, inner: AddressBlock): boolean {
  return (
    outer.version === inner.version &&
    outer.bits <= inner.bits &&
    blockAround(inner, outer.bits).first === outer.first
  );
}

/** CIDR notation, canonical as in RFC 5952: `192.0.2.7/32`, `2001:db8::/64`. */
export function blockText({ version, first, bits }: AddressBlock): string {
  return `${version === 4 ? ipv4Text(first) : ipv6Text(first)}/${bits}`;
}

/** The order of addresses, IPv4 first, a wide block before those in it. */
export function compareBlocks(one: AddressBlock, other: AddressBlock): number {
  if (one.version !== other.version) return one.version - other.version;
  if (one.first !== other.first) return one.first < other.first ? -1 : 1;
  return one.bits - other.bits;
}

function ipv4Text(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 255n)).join('.');
}

function ipv6Text(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, at) =>
    ((address >> BigInt(112 - 16 * at)) & 0xffffn).toString(16),
  );
  const run = longestZeros(groups);
  if (run.length < 2) return groups.join(':');
  return `${groups.slice(0, run.start).join(':')}::${groups.slice(run.start + run.length).join(':')}`;
}

/** The first of the longest runs of zero groups. */
function longestZeros(groups: readonly string[]): { start: number; length: number } {
  let best = { start: 0, length: 0 };
  let start = 0;
  for (let at = 0; at <= groups.length; at++) {
    if (groups[at] === '0') continue;
    if (at - start > best.length) best = { start, length: at - start };
    start = at + 1;
  }
  return best;
}
