import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { marketAuctions } from '../sites/market-auctions.js';
import { marketPages } from '../sites/market-pages.js';
import { marketSite } from '../sites/market-site.js';
import { type Script } from '../world/visit.js';
import { type Populate } from '../world/population.js';
import { type Browser } from './browser.js';
import { browserCrowd } from './browser-crowd.js';
import { thinkTime, typingTime } from './journeys/pace.js';

function bid(browser: Browser, id: number): void {
  const target = `${marketAuctions.target(id)}/gebot`;
  browser.request(marketSite, target, { method: 'POST', accepted: !browser.random.chance(0.2) });
}

/** The last minutes of an auction: looking at the price again and again, and bids that come seconds before the end, some too late. */
function* rush(browser: Browser, id: number): Script {
  const { random } = browser;
  const deadline = marketAuctions.deadline(id);
  while (browser.now < deadline - 20_000) {
    browser.request(marketSite, `${marketAuctions.target(id)}/stand.json`);
    yield browser.wait(random.logNormal(9000, 0.6));
    if (random.chance(0.12)) bid(browser, id);
  }
  if (!random.chance(0.75)) return;
  const before = random.between(-1500, 18_000);
  yield browser.wait(Math.max(1, deadline - before - browser.now));
  bid(browser, id);
}

/** People at auctions: some bid early and forget it, some wait for the end. */
export const auctionBidders: Populate = (world) =>
  browserCrowd(world, {
    name: 'auction_bidder',
    people: world.count(320, 40),
    visitsPerDay: world.count(190, 26),
    rhythm: SHOP_RHYTHM,
    *journey(browser) {
      const { random } = browser;
      browser.open(marketSite, marketPages.listing('/auktion', random));
      yield browser.wait(thinkTime(random));
      const id = random.chance(0.5)
        ? marketAuctions.endingNext(browser.now)
        : marketAuctions.running(browser.now, random);
      browser.open(marketSite, marketPages.auction(id));
      yield browser.wait(typingTime(random));
      if (random.chance(0.5)) bid(browser, id);
      if (marketAuctions.deadline(id) - browser.now < 6 * 60_000) yield* rush(browser, id);
    },
  });
