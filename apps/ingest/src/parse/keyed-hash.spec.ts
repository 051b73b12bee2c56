import { describe, expect, it } from '@jest/globals';
import { createKeyedHash } from './keyed-hash.js';

describe('createKeyedHash', () => {
  it('is HMAC-SHA-256, cut to 16 hex digits', () => {
    // RFC 4231, test case 2.
    expect(createKeyedHash('Jefe')('what do ya want for nothing?')).toBe('5bdcc146bf60754e');
  });

  it('gives the same for the same value however many came between, and for long ones', () => {
    const hash = createKeyedHash('a key');
    const values = ['first', 'x'.repeat(10_000)];
    const before = values.map(hash);
    for (let index = 0; index < 120_000; index += 1) hash(`value ${index}`);
    expect(values.map(hash)).toEqual(before);
  });

  it('depends on the key', () => {
    expect(createKeyedHash('one key')('value')).not.toBe(createKeyedHash('another')('value'));
  });
});
