import { shopCatalogue } from '../../sites/shop-catalogue.js';
import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Browser } from '../browser.js';
import { entryReferer } from './pace.js';

/** Links to products that are sold no more. */
const STALE_LINKS = 0.012;

function release(browser: Browser): 0 | 1 {
  return browser.world.calendar.conditionsAt(browser.now).release;
}

/** Opens a category, a search or the home page. */
export function openListing(browser: Browser): void {
  const { random } = browser;
  const number = random.chance(0.25) ? `?page=${random.integer(2, 5)}` : '';
  const target = random.weighted([
    [60, `/c/${shopCatalogue.category(random)}${number}`],
    [28, `/search?q=${shopCatalogue.search(random)}`],
    [12, '/'],
  ]);
  const page =
    target === '/'
      ? shopPages.home(release(browser), random)
      : shopPages.listing(target, release(browser), random);
  browser.open(shopSite, page);
}

/** Opens a product, in a sale mostly one of those on sale; now and then the browser fetches the next ahead. */
export function openProduct(browser: Browser, inSale: boolean): void {
  const { random } = browser;
  const id =
    inSale && random.chance(0.7) ? shopCatalogue.onSale(random) : shopCatalogue.popular(random);
  browser.open(shopSite, shopPages.product(id, release(browser), random));
  if (random.chance(0.06)) {
    browser.prefetch(shopSite, shopCatalogue.productTarget(shopCatalogue.popular(random)));
  }
}

/** The first page of a visit: from a search engine, a newsletter, a bookmark, or a link that is out of date. */
export function enterShop(browser: Browser, inSale: boolean): void {
  const { random } = browser;
  browser.page = entryReferer(random);
  if (inSale && random.chance(0.8)) {
    browser.page = '';
    const target = `/sale/flash?utm_source=newsletter&utm_campaign=${random.pick(['a', 'b'])}`;
    browser.open(shopSite, shopPages.listing(target, release(browser), random));
    return;
  }
  if (random.chance(STALE_LINKS)) {
    browser.open(shopSite, {
      target: shopCatalogue.productTarget(random.integer(4000, 10_000)),
      assets: [],
    });
  }
  if (browser.page === '' && random.chance(0.6)) {
    browser.open(shopSite, shopPages.home(release(browser), random));
  } else if (random.chance(0.6)) openProduct(browser, false);
  else openListing(browser);
}
