import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { type Populate } from '../world/population.js';
import { browserCrowd } from './browser-crowd.js';
import { marketVisit } from './journeys/market-visit.js';

/** People who shop at the German market. */
export const marketBuyers: Populate = (world) =>
  browserCrowd(world, {
    name: 'market_buyer',
    people: world.count(900, 130),
    visitsPerDay: world.count(420, 60),
    rhythm: SHOP_RHYTHM,
    journey: (browser) => marketVisit(browser),
  });

/** People who collect into carts and wish lists for weeks and buy next to nothing: a hoarder's counts, a person's page views. */
export const wishListCollectors: Populate = (world) =>
  browserCrowd(world, {
    name: 'wish_list_collector',
    people: world.count(90, 10),
    visitsPerDay: world.count(60, 8),
    rhythm: SHOP_RHYTHM,
    journey: (browser) =>
      marketVisit(browser, {
        depth: browser.random.integer(12, 40),
        collects: 0.4,
        buys: 0.03,
      }),
  });
