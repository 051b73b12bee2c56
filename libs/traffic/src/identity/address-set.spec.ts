import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AddressSet } from './address-set.js';
import { parseCidr } from './cidr.js';

describe('parseCidr', () => {
  it.each(['10.0.0.0/8', '0.0.0.0/0', '192.0.2.7', '192.0.2.7/32', '::/0', '2001:DB8::/32', '::1'])(
    'takes %p',
    (text) => {
      expect(parseCidr(text)).not.toBeNull();
    },
  );

  it.each([
    '',
    '/',
    '/8',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/-1',
    '10.0.0.0/8/8',
    '10.0.0.0/ 8',
    '10.0.0/8',
    '010.0.0.0/8',
    '10.0.0.1:80',
    '2001:db8::/129',
    '[2001:db8::1]',
    'fe80::1%eth0',
    'proxy.example',
    '::ffff:10.0.0.0/95',
  ])('refuses %p', (text) => {
    expect(parseCidr(text)).toBeNull();
  });
});

describe('AddressSet', () => {
  const set = new AddressSet([
    '10.1.0.0/16',
    '192.0.2.129/25',
    '203.0.113.7',
    '2001:db8:4000::/35',
    '::ffff:198.51.100.0/120',
    'nonsense',
  ]);

  it.each([
    ['10.1.255.255', true],
    ['10.2.0.0', false],
    ['192.0.2.128', true],
    ['192.0.2.255', true],
    ['192.0.2.127', false],
    ['203.0.113.7', true],
    ['203.0.113.8', false],
    ['2001:db8:5fff::1', true],
    ['2001:db8:6000::1', false],
    ['198.51.100.77', true],
    ['198.51.101.77', false],
    ['', false],
    ['host.example', false],
  ])('%s: %p', (address, isIn) => {
    expect(set.has(address)).toBe(isIn);
    expect(set.has(address)).toBe(isIn);
  });

  it('agrees with arithmetic', () => {
    const address = fc.integer({ min: 0, max: 0xffffffff });
    const dotted = (value: number): string =>
      [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
    fc.assert(
      fc.property(address, fc.integer({ min: 0, max: 32 }), address, (block, length, other) => {
        const near = length === 32 ? block : (block ^ (other >>> length)) >>> 0;
        for (const one of [other, near]) {
          const isIn =
            Math.floor(one / 2 ** (32 - length)) === Math.floor(block / 2 ** (32 - length));
          expect(new AddressSet([`${dotted(block)}/${length}`]).has(dotted(one))).toBe(isIn);
        }
      }),
    );
  });
});
