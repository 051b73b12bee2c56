import { isIPv4, isIPv6 } from 'node:net';
import { type ByteSink } from './byte-sink.js';
import { type Column } from './column.js';
import { NumberColumn } from './number-column.js';

/** IPv6 addresses, IPv4 mapped into them; `::` is the default. */
export class AddressColumn implements Column {
  readonly type = 'IPv6';
  readonly #quarters = new NumberColumn('UInt32');
  /** Text → the four quarters, little-endian as they lie in memory. */
  readonly #known = new Map<string, Uint32Array>();

  get isDefault(): boolean {
    return this.#quarters.isDefault;
  }

  /** An address in canonical text (RFC 5952, IPv4 dotted). @returns false for what is none */
  set(row: number, address: string): boolean {
    if (address === '') return true;
    let quarters = this.#known.get(address);
    if (quarters === undefined) {
      quarters = quartersOf(address);
      this.#known.set(address, quarters);
    }
    const values = this.#quarters;
    for (let at = 0; at < quarters.length; at++) values.set(4 * row + at, quarters[at] ?? 0);
    return quarters.length > 0;
  }

  write(sink: ByteSink, from: number, to: number): void {
    this.#quarters.write(sink, 4 * from, 4 * to);
  }
}

const NO_ADDRESS = new Uint32Array(0);

function quartersOf(address: string): Uint32Array {
  const bytes = new Uint8Array(16);
  if (isIPv4(address)) {
    bytes.set([255, 255], 10);
    bytes.set(address.split('.').map(Number), 12);
  } else if (isIPv6(address) && !address.includes('.') && !address.includes('%')) {
    bytes.set(ipv6Bytes(address));
  } else {
    return NO_ADDRESS;
  }
  return new Uint32Array(bytes.buffer);
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
