import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CountedBaseline } from './counted-baseline.js';
import { shrinkToEstate } from './shrink-to-estate.js';

const requests = (
  site: string,
  visitors: number,
  quantiles: readonly number[],
  basis: CountedBaseline['basis'] = 'dressed',
): CountedBaseline => ({ site, feature: 'requests', basis, visitors, quantiles });

describe(shrinkToEstate.name, () => {
  it('leaves a site alone that has no like', () => {
    const sites = [requests('shop', 3, [1, 9]), requests('api', 2, [90, 900], 'everybody')];
    expect(shrinkToEstate(sites)).toEqual(sites);
  });

  it('draws a small site close to the estate and leaves a large one nearly as it is', () => {
    const [large, small] = shrinkToEstate([
      requests('large', 9_999, [10, 20]),
      requests('small', 1, [1_000, 2_000]),
    ]);
    expect(large?.quantiles[0]).toBeCloseTo(10, 0);
    expect(small?.quantiles[0]).toBeLessThan(60);
    expect(small?.quantiles[0]).toBeGreaterThan(10);
  });

  it('keeps quantiles in ascending order', () => {
    const site = fc.record({
      visitors: fc.integer({ min: 1, max: 1_000 }),
      quantiles: fc.array(fc.nat(1_000), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 5 }), (sites) => {
        const counted = sites.map(({ visitors, quantiles }, at) =>
          requests(
            `site-${at}`,
            visitors,
            quantiles.toSorted((one, other) => one - other),
          ),
        );
        for (const { quantiles } of shrinkToEstate(counted)) {
          expect(quantiles.every((value, at) => value >= (quantiles[at - 1] ?? 0) - 1e-9)).toBe(
            true,
          );
        }
      }),
    );
  });
});
