import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Browser } from '../browser.js';
import { thinkTime, typingTime } from './pace.js';

/** Share of card payments that issuers decline (assumption; merchants report 3 to 10 %). */
const DECLINED = 0.06;

/** From the cart to the order: address, delivery, payment; a declined card is tried once or twice more. */
export function* checkout(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  const open = (target: string): void => {
    const { release } = browser.world.calendar.conditionsAt(browser.now);
    browser.open(shopSite, shopPages.form(target, release));
  };
  open('/cart');
  yield browser.wait(thinkTime(random));
  if (random.chance(0.12)) {
    browser.request(shopSite, '/cart/coupon', { method: 'POST', accepted: random.chance(0.6) });
    yield browser.wait(thinkTime(random));
  }
  for (const step of ['/checkout', '/checkout/delivery']) {
    open(step);
    yield browser.wait(typingTime(random) * 3);
    browser.request(shopSite, step, { method: 'POST', accepted: !random.chance(0.05) });
    yield browser.wait(200);
    if (random.chance(0.18)) return;
  }
  open('/checkout/payment');
  for (let attempt = 0; attempt < 3; attempt += 1) {
    yield browser.wait(typingTime(random) * 3);
    const { status } = browser.request(shopSite, '/checkout/payment', {
      method: 'POST',
      accepted: !random.chance(attempt === 0 ? DECLINED : 0.4),
    });
    if (status === 302) break;
    if (random.chance(0.35)) return;
  }
  yield browser.wait(250);
  open(`/checkout/thanks/${random.integer(300_000, 899_999)}`);
}
