import { describe, expect, it } from '@jest/globals';
import { fapiOf } from './fapi-headers.js';

describe('fapiOf', () => {
  it('reads what open-banking clients say', () => {
    const headers = new Map([
      ['x-fapi-interaction-id', ' 93bac548-d2de-4546-b106-880a5018460d '],
      ['x-fapi-customer-ip-address', '2001:DB8:0::7'],
      ['x-fapi-auth-date', 'Sun, 22 Nov 2026 21:58:00 GMT'],
    ]);
    expect(fapiOf(headers)).toEqual({
      interactionId: '93bac548-d2de-4546-b106-880a5018460d',
      customerAddress: '2001:db8::7',
      authDate: 'Sun, 22 Nov 2026 21:58:00 GMT',
    });
  });

  it('reads the customer of a client that speaks NextGenPSD2 or STET', () => {
    const { customerAddress } = fapiOf(new Map([['psu-ip-address', '203.0.113.9']]));
    expect(customerAddress).toBe('203.0.113.9');
  });

  it('says nothing where they say nothing, or nonsense', () => {
    const nothing = { interactionId: '', customerAddress: '', authDate: '' };
    expect(fapiOf(null)).toEqual(nothing);
    expect(fapiOf(new Map([['x-fapi-interaction-id', '-']]))).toEqual(nothing);
    expect(fapiOf(new Map([['x-fapi-customer-ip-address', 'me; DROP']]))).toEqual(nothing);
    expect(
      fapiOf(new Map([['x-fapi-interaction-id', 'x'.repeat(999)]])).interactionId,
    ).toHaveLength(255);
  });
});
