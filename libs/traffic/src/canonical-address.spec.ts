import { describe, expect, it } from '@jest/globals';
import { canonicalAddress } from './canonical-address.js';

describe('canonicalAddress', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:51234', '192.0.2.1'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['2001:0db8:0000:0001:0000:0000:0000:0001', '2001:db8:0:1::1'],
    ['2001:db8:1:1:1:1:0:1', '2001:db8:1:1:1:1:0:1'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['[::1]', '::1'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:192.0.2.33', '192.0.2.33'],
    ['::ffff:c000:221', '192.0.2.33'],
    ['[::FFFF:192.0.2.33]:8080', '192.0.2.33'],
    ['::', '::'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('writes %s as %s', (text, canonical) => {
    expect(canonicalAddress(text)).toBe(canonical);
  });

  it.each([
    '',
    '-',
    'localhost',
    'unix:',
    '256.1.1.1',
    '01.2.3.4',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.4:http',
    '1.2.3.4:123456',
    '2001:db8',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '::12345',
    '[::1',
    '[::1]x',
    ':'.repeat(100),
  ])('takes %p for no address', (text) => {
    expect(canonicalAddress(text)).toBe('');
  });

  it('leaves what it wrote as it is', () => {
    for (const text of ['192.0.2.1', '2001:db8::1', '::', '::1', '1::']) {
      expect(canonicalAddress(canonicalAddress(text))).toBe(canonicalAddress(text));
    }
  });
});
