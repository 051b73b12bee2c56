import { marketCatalogue } from '../../sites/market-catalogue.js';
import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Browser } from '../browser.js';
import { entryReferer, thinkTime, typingTime, visitDepth } from './pace.js';

/** What somebody wants of the market; each a chance. */
export interface MarketVisit {
  readonly depth?: number;
  readonly signsIn?: number;
  /** Puts articles into the cart and leaves them there. */
  readonly collects?: number;
  readonly buys?: number;
  readonly reviews?: number;
}

function browse(browser: Browser): void {
  const { random } = browser;
  const next = random.next();
  if (next < 0.6)
    browser.open(marketSite, marketPages.article(marketCatalogue.popular(random), random));
  else if (next < 0.85)
    browser.open(
      marketSite,
      marketPages.listing(`/kategorie/${marketCatalogue.kind(random)}`, random),
    );
  else
    browser.open(
      marketSite,
      marketPages.listing(`/suche?begriff=${marketCatalogue.words(random)}`, random),
    );
}

function* signIn(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  browser.open(marketSite, marketPages.form('/anmelden'));
  const mistakes = random.weighted([
    [85, 0],
    [11, 1],
    [4, 2],
  ]);
  for (let attempt = 0; attempt <= mistakes; attempt += 1) {
    yield browser.wait(typingTime(random));
    browser.request(marketSite, '/anmelden', { method: 'POST', accepted: attempt === mistakes });
  }
  browser.signedIn = true;
  yield browser.wait(200);
  browser.open(marketSite, marketPages.form('/mein-konto'));
}

/** Vouchers from newsletters and from friends: often expired, seldom tried more than three times. */
function* tryVoucher(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  for (let attempt = 0; attempt < random.integer(1, 3); attempt += 1) {
    yield browser.wait(typingTime(random));
    const code = random.pick([
      'SOMMER10',
      'WILLKOMMEN',
      'FREUNDE15',
      `UH25-${random.hex(4).toUpperCase()}`,
    ]);
    const { status } = browser.request(marketSite, `/gutschein/pruefen?code=${code}`, {
      accepted: random.chance(0.5),
    });
    if (status === 200) return;
  }
}

function* buy(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  browser.open(marketSite, marketPages.form('/warenkorb'));
  yield browser.wait(thinkTime(random));
  if (random.chance(0.25)) yield* tryVoucher(browser);
  for (const step of ['/kasse', '/kasse/adresse', '/kasse/zahlung']) {
    browser.open(marketSite, marketPages.form(step));
    yield browser.wait(typingTime(random) * 3);
    browser.request(marketSite, step, { method: 'POST', accepted: !random.chance(0.05) });
    if (random.chance(0.12)) return;
  }
}

function* review(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  const target = `/artikel/${marketCatalogue.popular(random)}/bewertung`;
  browser.open(marketSite, marketPages.form(target));
  yield browser.wait(typingTime(random) * 5);
  browser.request(marketSite, target, { method: 'POST', accepted: !random.chance(0.05) });
}

/** Looks at article after article; returns how many were put into the cart or on the wish list. */
function* lookAround(browser: Browser, plan: MarketVisit): Generator<number, number, void> {
  const { random } = browser;
  const depth = plan.depth ?? visitDepth(random, 3);
  let collected = 0;
  for (let seen = 1; seen < depth; seen += 1) {
    yield browser.wait(thinkTime(random));
    browse(browser);
    if (!random.chance(plan.collects ?? 0.05)) continue;
    yield browser.wait(thinkTime(random));
    const target = random.chance(0.5) ? '/warenkorb/hinzufuegen' : '/merkzettel';
    browser.request(marketSite, target, { method: 'POST', accepted: true });
    collected += 1;
  }
  return collected;
}

/** Somebody looks around the German market. */
export function* marketVisit(browser: Browser, plan: MarketVisit = {}): Script {
  const { random } = browser;
  const { signsIn = 0.1, buys = 0.4, reviews = 0.02 } = plan;
  browser.page = entryReferer(random);
  if (random.chance(0.4)) browser.open(marketSite, marketPages.home(random));
  else browse(browser);
  const collected = yield* lookAround(browser, plan);
  if (random.chance(signsIn)) yield* signIn(browser);
  if (collected > 0 && random.chance(buys)) yield* buy(browser);
  if (random.chance(reviews)) yield* review(browser);
}
