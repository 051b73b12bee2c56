import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Script } from '../../world/visit.js';
import { type Browser } from '../browser.js';
import { checkout } from './checkout.js';
import { thinkTime, visitDepth } from './pace.js';
import { register } from './register.js';
import { enterShop, openListing, openProduct } from './shop-pages-seen.js';
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

const USUAL = { signsIn: 0.1, registers: 0.02, buys: 0.5, products: 0.58, giftCards: 0.006 };

function* putInCart(browser: Browser): Script {
  yield browser.wait(thinkTime(browser.random));
  browser.request(shopSite, '/cart/add', { method: 'POST', accepted: true });
  yield browser.wait(150);
  browser.request(shopSite, '/cart/summary.json');
}

function* lookUpGiftCard(browser: Browser): Script {
  const { random } = browser;
  const { release } = browser.world.calendar.conditionsAt(browser.now);
  browser.open(shopSite, shopPages.form('/cart', release));
  for (let attempt = 0; attempt < random.integer(1, 2); attempt += 1) {
    yield browser.wait(thinkTime(random));
    const target = `/giftcard/balance?code=${random.integer(6_030_000, 6_090_000)}${random.integer(100_000, 999_999)}`;
    browser.request(shopSite, target, { accepted: random.chance(0.8) });
  }
}

/** Looks around; returns whether something lies in the cart. */
function* lookAround(
  browser: Browser,
  plan: ShopVisit,
  inSale: boolean,
): Generator<number, boolean, void> {
  const { random } = browser;
  const depth = plan.depth ?? visitDepth(random, 3.4);
  let inCart = false;
  for (let seen = 1; seen < depth; seen += 1) {
    yield browser.wait(thinkTime(random));
    if (!random.chance(plan.products ?? USUAL.products)) {
      openListing(browser);
      continue;
    }
    openProduct(browser, inSale);
    if (!random.chance(inSale ? 0.2 : 0.07)) continue;
    yield* putInCart(browser);
    inCart = true;
  }
  return inCart;
}

/** Signs in or becomes a customer, if that is wanted; returns whether the visit goes on. */
function* identify(browser: Browser, plan: ShopVisit): Generator<number, boolean, void> {
  const { random } = browser;
  if (plan.signIn !== undefined || random.chance(plan.signsIn ?? USUAL.signsIn)) {
    yield browser.wait(thinkTime(random));
    return yield* signIn(browser, plan.signIn ?? { mistakes: usualMistakes(browser) });
  }
  if (random.chance(USUAL.registers)) {
    yield browser.wait(thinkTime(random));
    yield* register(browser);
  }
  return true;
}

/** Somebody looks around the shop, perhaps signs in or registers, perhaps buys. */
export function* shopVisit(browser: Browser, plan: ShopVisit = {}): Script {
  const { random } = browser;
  const inSale = browser.world.calendar.saleCrowdAt(browser.now) > 1;
  enterShop(browser, inSale);
  const inCart = yield* lookAround(browser, plan, inSale);
  if (random.chance(USUAL.giftCards)) yield* lookUpGiftCard(browser);
  if (!(yield* identify(browser, plan))) return;
  if (inCart && random.chance(plan.buys ?? USUAL.buys)) yield* checkout(browser);
}
