import { describe, expect, it } from '@jest/globals';
import { prefixName } from './prefix-name.js';

describe(prefixName.name, () => {
  it.each([
    ['192.0.2.7', '192.0.2.0/24'],
    ['192.0.2.7', '192.0.2.255'],
    ['2001:db8:0:1::7', '2001:db8:0:1::/64'],
    ['2001:db8:0:1:ffff::', '2001:0db8:0000:0001::'],
    ['::ffff:192.0.2.7', '192.0.2.0/24'],
  ])('is the same of %s and %s', (one, other) => {
    expect(prefixName(one)).not.toBeNull();
    expect(prefixName(one)).toBe(prefixName(other));
  });

  it.each([
    ['192.0.2.7', '192.0.3.7'],
    ['2001:db8:0:1::7', '2001:db8:0:2::7'],
    ['1.2.3.4', '102:300::'],
  ])('is another of %s and %s', (one, other) => {
    expect(prefixName(one)).not.toBe(prefixName(other));
  });

  it('is none of a host name', () => {
    expect(prefixName('host.example')).toBeNull();
  });
});
