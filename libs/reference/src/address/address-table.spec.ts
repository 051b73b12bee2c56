import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AddressTableBuilder } from './address-table-builder.js';
import { type AddressTable } from './address-table.js';
import {
  type AddressFamily,
  compareAddresses,
  type IpAddress,
  parseIpAddress,
} from './ip-address.js';

interface Range {
  readonly first: IpAddress;
  readonly last: IpAddress;
  readonly value: number;
}

function address(text: string): IpAddress {
  const parsed = parseIpAddress(text);
  if (parsed === null) throw new Error(`no address: ${text}`);
  return parsed;
}

function tableOf(family: AddressFamily, ranges: readonly Range[]): AddressTable {
  const builder = new AddressTableBuilder(family);
  for (const { first, last, value } of ranges) builder.add(first, last, value);
  return builder.finish();
}

/** The later of all ranges that hold the address, found by looking at every one. */
function plainLook(ranges: readonly Range[], wanted: IpAddress): number {
  const holding = ranges.filter(
    ({ first, last }) =>
      compareAddresses(first, wanted) <= 0 && compareAddresses(wanted, last) <= 0,
  );
  return holding.at(-1)?.value ?? 0;
}

// Few distinct words, so that ranges meet, nest and share their ends, at the edges of words too.
const word = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom(0x7fff_ffff, 0x8000_0000, 0xffff_fffe, 0xffff_ffff),
);
const ipv4 = word.map((d): IpAddress => ({ a: 0, b: 0, c: 0xffff, d }));
const ipv6 = fc.record({ a: word, b: word, c: word, d: word });

function sortedRanges(addresses: fc.Arbitrary<IpAddress>): fc.Arbitrary<Range[]> {
  const range = fc
    .tuple(addresses, addresses, fc.integer({ min: 1, max: 4 }))
    .map(([one, other, value]): Range => {
      const isOrdered = compareAddresses(one, other) <= 0;
      return { first: isOrdered ? one : other, last: isOrdered ? other : one, value };
    });
  return fc
    .array(range, { maxLength: 12 })
    .map((ranges) => ranges.sort((x, y) => compareAddresses(x.first, y.first)));
}

/** In routing tables the narrower range lies inside the wider; a later one that reaches out ends it. */
function nested(ranges: readonly Range[]): Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const crosses = kept.some(
      ({ last }) =>
        compareAddresses(range.first, last) <= 0 && compareAddresses(range.last, last) > 0,
    );
    if (!crosses) kept.push(range);
  }
  return kept;
}

describe('AddressTable', () => {
  it.each([
    ['ipv4', ipv4],
    ['ipv6', ipv6],
  ] as const)('agrees with a look through all ranges of %s', (family, addresses) => {
    fc.assert(
      fc.property(sortedRanges(addresses), addresses, (all, wanted) => {
        const ranges = nested(all);
        expect(tableOf(family, ranges).valueAt(wanted)).toBe(plainLook(ranges, wanted));
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds the first and the last address of a family', () => {
    const whole = { first: address('0.0.0.0'), last: address('255.255.255.255'), value: 7 };
    const table = tableOf('ipv4', [whole, { ...whole, last: address('0.0.0.0'), value: 8 }]);
    expect(
      ['0.0.0.0', '0.0.0.1', '255.255.255.255'].map((text) => table.valueAt(address(text))),
    ).toEqual([8, 7, 7]);
  });

  it('gives an overlap to the range that begins later, and ends the earlier there', () => {
    const table = tableOf('ipv4', [
      { first: address('192.0.2.0'), last: address('192.0.2.99'), value: 1 },
      { first: address('192.0.2.50'), last: address('192.0.2.150'), value: 2 },
    ]);
    expect([49, 50, 99, 150, 151].map((d) => table.valueAt(address(`192.0.2.${d}`)))).toEqual([
      1, 2, 2, 2, 0,
    ]);
  });

  it('is empty without ranges', () => {
    expect(tableOf('ipv6', []).valueAt(address('2001:db8::1'))).toBe(0);
  });
});
