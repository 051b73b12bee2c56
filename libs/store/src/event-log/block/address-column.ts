import { isIPv6 } from 'node:net';
import { ipv4Number } from '#libs/traffic';
import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';
import { NumberColumn } from './number-column.js';

/** IPv6 addresses, IPv4 mapped into them; `::` is the default. */
export class AddressColumn implements Column {
  readonly type = 'IPv6';
  readonly #quarters = new NumberColumn('UInt32');

  get isDefault(): boolean {
    return this.#quarters.isDefault;
  }

  /** An address in canonical text (RFC 5952, IPv4 dotted). @returns false for what is none */
  set(row: number, address: string): boolean {
    if (address === '') return true;
    const quarters = addressQuarters(address);
    for (let at = 0; at < quarters.length; at++) this.setQuarter(row, at, quarters[at] ?? 0);
    return quarters.length > 0;
  }

  write(writer: BlockWriter, from: number, to: number): void {
    this.#quarters.write(writer, 4 * from, 4 * to);
  }

  clear(rows: number): void {
    this.#quarters.clear(4 * rows);
  }

  /** One quarter, 0 to 3, of an address as `addressQuarters` tells them. */
  setQuarter(row: number, quarter: number, value: number): void {
    this.#quarters.set(4 * row + quarter, value);
  }
}

/** `::ffff:` before an IPv4 address, as it lies in memory. */
const IPV4_MAPPED = 0xffff0000;

/** The octets of a number as they lie in memory, the first one lowest. */
function octetsInMemory(number: number): number {
  const swapped =
    (number >>> 24) | ((number >>> 8) & 0xff00) | ((number << 8) & 0xff0000) | (number << 24);
  return swapped >>> 0;
}

const NO_ADDRESS = new Uint32Array(0);

/** The four quarters of an address in canonical text as they lie in memory; none of what is no address. */
export function addressQuarters(address: string): Uint32Array {
  const number = ipv4Number(address);
  if (number >= 0) return Uint32Array.of(0, 0, IPV4_MAPPED, octetsInMemory(number));
  if (!isIPv6(address) || address.includes('.') || address.includes('%')) return NO_ADDRESS;
  return new Uint32Array(ipv6Bytes(address).buffer);
}

function ipv6Bytes(address: string): Uint8Array {
  const [head = '', tail = ''] = address.split('::', 2);
  const groupsOf = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [left, right] = [groupsOf(head), groupsOf(tail)];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => 0);
  const groups = [...left, ...zeros, ...right].slice(0, 8);
  return Uint8Array.from(groups.flatMap((group) => [group >> 8, group & 255]));
}
