import { describe, expect, it } from '@jest/globals';
import { type ActorGroup } from './actor-group.js';
import { findActorCampaigns } from './find-actor-campaigns.js';

function actors(
  kind: ActorGroup['kind'],
  counts: { readonly bare: number; readonly dressed: number; readonly doers?: number },
  conduct: ActorGroup['conduct'] = 'any',
): ActorGroup {
  const suffix = { any: '', pages: ' pages=1', none: ' pages=0' }[conduct];
  return {
    cell: `shop.example ${kind}${suffix}`,
    site: 'shop.example',
    kind,
    conduct,
    bare: counts.bare,
    dressed: counts.dressed,
    doers: counts.doers ?? counts.dressed,
    bareDoers: counts.bare,
    firstSeen: 0,
    lastSeen: 1,
  };
}

const shop = [
  actors('reading', { bare: 5, dressed: 800 }),
  actors('cart', { bare: 2, dressed: 300 }),
  actors('checkout', { bare: 1, dressed: 150 }),
  actors('search', { bare: 3, dressed: 400 }),
];

const cellsOf = (groups: readonly ActorGroup[]): readonly string[] =>
  findActorCampaigns(groups).map(({ cell }) => cell);

describe(findActorCampaigns.name, () => {
  it('finds a crowd that registers bare where people load what the form shows', () => {
    const [campaign, ...others] = findActorCampaigns([
      ...shop,
      actors('register', { bare: 20, dressed: 40 }),
    ]);
    expect(others).toEqual([]);
    expect(campaign).toMatchObject({ cell: 'shop.example register', threat: 'OAT-019' });
    expect(campaign?.membership).toBeGreaterThan(0.9);
  });

  it('finds it although another deed is attacked at the same time', () => {
    const attacked = [
      actors('register', { bare: 20, dressed: 40 }),
      actors('coupon', { bare: 30, dressed: 60 }),
    ];
    expect(cellsOf([...shop, ...attacked])).toEqual([
      'shop.example register',
      'shop.example coupon',
    ]);
  });

  it('lets a site be whose visitors come with warm caches, or with an app in a web view', () => {
    const warm = (['cart', 'checkout', 'search', 'payment', 'vote'] as const).map((kind) =>
      actors(kind, { bare: 60, dressed: 120 }),
    );
    expect(cellsOf(warm)).toEqual([]);
  });

  it('says nothing of an interface that nobody comes to dressed', () => {
    expect(cellsOf([...shop, actors('otp', { bare: 50, dressed: 0 })])).toEqual([]);
  });

  it('finds those who open pages of the site bare to do what no other visitor does', () => {
    const quiet = [actors('reading', { bare: 2, dressed: 800 }, 'pages')];
    const coupons = actors('coupon', { bare: 6, dressed: 0 }, 'pages');
    expect(cellsOf([...quiet, coupons])).toEqual(['shop.example coupon pages=1']);
  });

  it('finds what hardly any person does, though many do the deed', () => {
    const unchecked = actors('otp', { bare: 8, dressed: 0, doers: 120 });
    expect(cellsOf([...shop, unchecked])).toEqual(['shop.example otp']);
  });

  it('leaves two alike to the evidence about each', () => {
    expect(cellsOf([...shop, actors('bid', { bare: 2, dressed: 10 })])).toEqual([]);
  });

  it('lets one or two among many be text browsers', () => {
    expect(cellsOf([...shop, actors('vote', { bare: 6, dressed: 300 })])).toEqual([]);
  });

  it('tells those who open pages from those who do not where that is nearly all of the crowd', () => {
    const quiet = (['cart', 'checkout', 'search'] as const).map((kind) =>
      actors(kind, { bare: 0, dressed: 300 }, 'none'),
    );
    const challenges = [
      ...quiet,
      actors('challenge', { bare: 17, dressed: 78 }),
      actors('challenge', { bare: 16, dressed: 78 }, 'none'),
      actors('challenge', { bare: 1, dressed: 78 }, 'pages'),
    ];
    expect(cellsOf([...shop, ...challenges])).toEqual(['shop.example challenge pages=0']);
  });

  it('makes no campaign of readers, who have groups of their own', () => {
    expect(cellsOf([...shop, actors('reading', { bare: 900, dressed: 100 }, 'pages')])).toEqual([]);
  });
});
