import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Browser } from '../browser.js';
import { thinkTime, typingTime } from './pace.js';

const LOGIN = '/account/login';

/** How a person's attempt to sign in goes. */
export interface SignIn {
  /** Wrong passwords before the right one. */
  readonly mistakes: number;
  /** Whether the person gives up after the mistakes. */
  readonly givesUp?: boolean;
}

/** How often people mistype: nine in ten never (assumption; about one login in ten needs a second try). */
export function usualMistakes(browser: Browser): number {
  return browser.random.weighted([
    [89, 0],
    [8, 1],
    [2, 2],
    [1, 3],
  ]);
}

/** Signing in at the shop, with the form shown first. When logins are down, people try again a few times and leave. */
export function* signIn(browser: Browser, plan: SignIn): Generator<number, boolean, void> {
  const { random } = browser;
  browser.open(
    shopSite,
    shopPages.form(LOGIN, browser.world.calendar.conditionsAt(browser.now).release),
  );
  let wrong = plan.mistakes;
  let patience = random.integer(1, 5);
  for (;;) {
    yield browser.wait(typingTime(random));
    const accepted = wrong === 0 && plan.givesUp !== true;
    const { status } = browser.request(shopSite, LOGIN, { method: 'POST', accepted });
    if (status === 302) break;
    if (status >= 500) {
      if (--patience < 0) return false;
      yield browser.wait(random.logNormal(20_000, 0.9));
      continue;
    }
    browser.page = `https://${shopSite.host}${LOGIN}`;
    if (wrong-- <= 0) return false;
    if (wrong === 0 && plan.givesUp === true) return false;
  }
  browser.signedIn = true;
  yield browser.wait(180);
  const { release } = browser.world.calendar.conditionsAt(browser.now);
  browser.open(shopSite, shopPages.form('/account', release));
  yield browser.wait(thinkTime(random));
  return true;
}
