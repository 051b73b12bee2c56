import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressDigits, AddressRanges } from './address-ranges.js';

function has(ranges: AddressRanges, address: string): boolean {
  const digits = addressDigits(address);
  return digits !== null && ranges.has(digits);
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

  it.each(['', '-', 'host.example', '10.0.0.1', '127.0.0.1', '::1', '203.0.113.9', '66.249.66'])(
    '%j is no globally routed address',
    (address) => {
      expect(addressDigits(address)).toBeNull();
    },
  );

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

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join('.');
}
