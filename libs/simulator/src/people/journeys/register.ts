import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Browser } from '../browser.js';
import { thinkTime, typingTime } from './pace.js';

const REGISTER = '/account/register';

/** Becoming a customer: the form, sometimes refused once (a weak password, a known address), then the account. */
export function* register(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  const { release } = browser.world.calendar.conditionsAt(browser.now);
  browser.open(shopSite, shopPages.form(REGISTER, release));
  const refusals = random.chance(0.2) ? 1 : 0;
  for (let attempt = 0; attempt <= refusals; attempt += 1) {
    yield browser.wait(typingTime(random) * 4);
    browser.request(shopSite, REGISTER, { method: 'POST', accepted: attempt === refusals });
  }
  browser.signedIn = true;
  yield browser.wait(200);
  browser.open(shopSite, shopPages.form('/account', release));
  yield browser.wait(thinkTime(random));
}
