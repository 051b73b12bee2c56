import { describe, expect, it } from '@jest/globals';
import { visitorFrom } from '../testing/ordinary-visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { actorCells } from './actor-cells.js';

const cellsOf = (features: Partial<Omit<VisitorFeatures, 'probes'>>): readonly string[] =>
  actorCells(visitorFrom({ features }).features);

describe(actorCells.name, () => {
  it('names the groups of each deed, the widest first', () => {
    expect(cellsOf({ registrations: 1, pages: 1, bids: 2 })).toEqual([
      'shop.example register',
      'shop.example register pages=1',
      'shop.example bid',
      'shop.example bid pages=1',
    ]);
  });

  it.each([
    ['few', 7, false],
    ['many', 8, true],
  ])('tells page after page from %s pages', (_, distinctPages, isOne) => {
    const cells = cellsOf({ distinctPages, pages: distinctPages });
    expect(cells.includes('shop.example collecting')).toBe(isOne);
  });

  it('counts an opened login page as a page', () => {
    expect(cellsOf({ votes: 1, loginPageViews: 1 })).toContain('shop.example vote pages=1');
  });

  it.each([
    ['loads what pages show', { registrations: 1, assets: 1 }],
    ['is declared', { registrations: 1, userAgent: 'Mozilla/5.0 (compatible; Examplebot/1.0)' }],
    ['claims no browser', { registrations: 1, userAgent: 'python-requests/2.32' }],
    ['is a session, whose address is judged as well', { registrations: 1, keyType: 'session' }],
    ['buys what it put into its cart', { cartAdds: 3, payments: 1 }],
    ['pays, and nothing is declined', { payments: 2 }],
    ['finds sold out what it would hold', { cartAdds: 2, clientErrors: 2 }],
    ['confirms a new payee with a code', { payees: 1, loginToPaymentMs: 9_000, otpChecks: 1 }],
    ['pays at the third try', { payments: 3, paymentFailures: 2 }],
    ['comes to most pages by a link', { distinctPages: 9, pages: 9, referredPages: 5 }],
    ['checks the codes it asked for', { otpRequests: 2, otpChecks: 2 }],
  ] as const)('names none for who %s', (_, features) => {
    expect(cellsOf(features)).toEqual([]);
  });

  it('takes the picture of a challenge for part of the challenge', () => {
    const solving = { challenges: 2, challengesSolved: 2, contributions: 2, assets: 2 };
    expect(cellsOf(solving)).toEqual(['shop.example challenge', 'shop.example challenge pages=0']);
  });
});
