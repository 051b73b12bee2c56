import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIpAddress } from '../address/ip-address.js';
import { AddressRanges } from './address-ranges.js';
import { isGloballyRouted } from './globally-routed.js';

function has(ranges: AddressRanges, address: string): boolean {
  const parsed = parseIpAddress(address);
  return parsed !== null && ranges.has(parsed);
}

describe('AddressRanges', () => {
  it('holds first and last address of a prefix and not their neighbours', () => {
    const ranges = new AddressRanges(['66.249.64.32/27', '2001:4860:4801:10::/64']);
    expect(
      ['66.249.64.31', '66.249.64.32', '66.249.64.63', '66.249.64.64'].map((a) => has(ranges, a)),
    ).toEqual([false, true, true, false]);
    expect(has(ranges, '2001:4860:4801:10:ffff:ffff:ffff:ffff')).toBe(true);
    expect(has(ranges, '2001:4860:4801:11::')).toBe(false);
  });

  it('takes an IPv4-mapped address for the IPv4 address it is', () => {
    expect(has(new AddressRanges(['66.249.64.0/19']), '::ffff:66.249.66.1')).toBe(true);
  });

  it('agrees with a plain look through the prefixes', () => {
    const prefix = fc.tuple(
      fc.integer({ min: 8 << 24, max: 9 << 24 }),
      fc.integer({ min: 6, max: 32 }),
    );
    fc.assert(
      fc.property(
        fc.array(prefix, { maxLength: 30 }),
        fc.integer({ min: 8 << 24, max: 9 << 24 }),
        (prefixes, address) => {
          const ranges = new AddressRanges(
            prefixes.map(([base, length]) => `${dotted(base)}/${length}`),
          );
          const plain = prefixes.some(
            ([base, length]) =>
              Math.floor(base / 2 ** (32 - length)) === Math.floor(address / 2 ** (32 - length)),
          );
          expect(has(ranges, dotted(address))).toBe(plain);
        },
      ),
    );
  });
});

describe('isGloballyRouted', () => {
  const isRouted = (text: string): boolean => {
    const parsed = parseIpAddress(text);
    return parsed !== null && isGloballyRouted(parsed);
  };

  it.each([
    ...['', '-', 'host.example', '66.249.66', '10.0.0.1', '127.0.0.1', '100.64.0.1', '203.0.113.9'],
    ...['224.0.0.1', '255.255.255.255', '::1', 'fe80::1', 'fd00::1', 'ff02::1', '2001:db8::1'],
    ...['::ffff:10.0.0.1', '2002:c000:201::1', '64:ff9b::c000:201'],
  ])('%j is not', (text) => {
    expect(isRouted(text)).toBe(false);
  });

  it.each([
    '66.249.66.1',
    '9.255.255.255',
    '11.0.0.0',
    '223.255.255.255',
    '2001:4860::1',
    '2a00::',
  ])('%j is', (text) => {
    expect(isRouted(text)).toBe(true);
  });
});

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}
