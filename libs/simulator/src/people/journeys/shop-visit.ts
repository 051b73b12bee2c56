import { shopCatalogue } from '../../sites/shop-catalogue.js';
import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Script } from '../../world/visit.js';
import { type Browser } from '../browser.js';
import { checkout } from './checkout.js';
import { entryReferer, thinkTime, visitDepth } from './pace.js';
import { signIn, type SignIn, usualMistakes } from './sign-in.js';

/** What somebody wants of the shop; shares are assumptions near published conversion rates (2 to 4 % buy). */
export interface ShopVisit {
  readonly depth?: number;
  readonly signIn?: SignIn;
  readonly signsIn?: number;
  readonly buys?: number;
  /** Chance that the next page is a product (comparers) rather than a listing. */
  readonly products?: number;
}

function release(browser: Browser): 0 | 1 {
  return browser.world.calendar.conditionsAt(browser.now).release;
}

function openListing(browser: Browser): void {
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

function openProduct(browser: Browser, inSale: boolean): void {
  const { random } = browser;
  const pick = inSale && random.chance(0.7) ? shopCatalogue.onSale : shopCatalogue.popular;
  browser.open(shopSite, shopPages.product(pick(random), release(browser), random));
  if (random.chance(0.06))
    browser.prefetch(shopSite, shopCatalogue.productTarget(shopCatalogue.popular(random)));
}

function enter(browser: Browser, inSale: boolean): void {
  const { random } = browser;
  browser.page = entryReferer(random);
  if (inSale && random.chance(0.8)) {
    browser.page = '';
    const target = `/sale/flash?utm_source=newsletter&utm_campaign=${random.pick(['a', 'b'])}`;
    browser.open(shopSite, shopPages.listing(target, release(browser), random));
  } else if (browser.page === '' && random.chance(0.6)) {
    browser.open(shopSite, shopPages.home(release(browser), random));
  } else if (random.chance(0.6)) openProduct(browser, false);
  else openListing(browser);
}

function* putInCart(browser: Browser): Generator<number, void, void> {
  browser.request(shopSite, '/cart/add', { method: 'POST', accepted: true });
  yield browser.wait(150);
  browser.request(shopSite, '/cart/summary.json');
  yield browser.wait(thinkTime(browser.random) / 2);
}

/** Somebody looks around the shop, perhaps signs in, perhaps buys. */
export function* shopVisit(browser: Browser, plan: ShopVisit = {}): Script {
  const { random } = browser;
  const inSale = browser.world.calendar.saleCrowdAt(browser.now) > 1;
  const depth = plan.depth ?? visitDepth(random, 3.4);
  enter(browser, inSale);
  let inCart = 0;
  for (let seen = 1; seen < depth; seen += 1) {
    yield browser.wait(thinkTime(random));
    if (random.chance(plan.products ?? 0.58)) {
      openProduct(browser, inSale);
      if (random.chance(inSale ? 0.2 : 0.07)) {
        yield browser.wait(thinkTime(random));
        yield* putInCart(browser);
        inCart += 1;
      }
    } else openListing(browser);
  }
  const wantsIn = plan.signIn !== undefined || random.chance(plan.signsIn ?? 0.1);
  if (wantsIn) {
    yield browser.wait(thinkTime(random));
    const mistakes = plan.signIn ?? { mistakes: usualMistakes(browser) };
    if (!(yield* signIn(browser, mistakes))) return;
  }
  if (inCart > 0 && random.chance(plan.buys ?? 0.5)) yield* checkout(browser);
}
