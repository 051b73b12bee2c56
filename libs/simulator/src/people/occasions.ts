import { newsArchive } from '../sites/news-archive.js';
import { newsPages } from '../sites/news-pages.js';
import { newsSite } from '../sites/news-site.js';
import { shopPages } from '../sites/shop-pages.js';
import { shopSite } from '../sites/shop-site.js';
import { type Populate } from '../world/population.js';
import { browserRush } from './browser-crowd.js';
import { checkout } from './journeys/checkout.js';
import { thinkTime, typingTime } from './journeys/pace.js';
import { register } from './journeys/register.js';
import { signIn } from './journeys/sign-in.js';
import { shopVisit } from './journeys/shop-visit.js';

/** How long a release draws people, sold out or not: a quarter of an hour (assumption). */
const INTEREST = 15 * 60_000;
const DROP = '/drops/larkfield-x-oriel-parka';

/** Fans of a limited product: they wait at its page, load it again, and press the button as fast as people can; most are too late. */
export const dropFans: Populate = (world) =>
  browserRush(world, {
    name: 'drop_fan',
    people: world.count(210, 26),
    span: { start: world.calendar.drop.start, end: world.calendar.drop.start + INTEREST },
    early: { share: 0.6, lead: 12 * 60_000 },
    *journey(browser) {
      const { random } = browser;
      const release = world.calendar.drop.start + random.between(600, 7000);
      browser.open(shopSite, shopPages.listing(DROP, 1, random));
      while (browser.now < release) {
        yield browser.wait(Math.min(release - browser.now + 1, random.logNormal(40_000, 0.9)));
        browser.request(shopSite, '/stock/90001.json');
        if (random.chance(0.4)) browser.request(shopSite, DROP);
      }
      for (let attempt = 0; attempt < random.integer(1, 4); attempt += 1) {
        yield browser.wait(800 + random.logNormal(2600, 0.7));
        const { status } = browser.request(shopSite, '/cart/add/limited', { method: 'POST' });
        if (status !== 302) continue;
        if (random.chance(0.6)) yield* checkout(browser);
        return;
      }
    },
  });

/** A poll that is passed on: people come by a link, read, vote once, some a second time with another answer, and leave. */
export const pollVoters: Populate = (world) =>
  browserRush(world, {
    name: 'poll_voter',
    people: world.count(560, 60),
    span: world.calendar.viralPoll,
    *journey(browser) {
      const { random, now } = browser;
      browser.page = random.pick(['https://www.facebook.com/', 'https://l.instagram.com/', '']);
      browser.open(newsSite, newsPages.article(newsArchive.back(world.start, 3), now, random));
      yield browser.wait(thinkTime(random));
      const vote = { method: 'POST', accepted: true };
      if (random.chance(0.9)) browser.request(newsSite, '/polls/harbour-bridge/vote', vote);
      if (random.chance(0.05)) {
        yield browser.wait(thinkTime(random));
        browser.request(newsSite, '/polls/harbour-bridge/vote', vote);
      }
      if (random.chance(0.04))
        browser.request(newsSite, `/ads/click/${random.integer(7390, 7420)}`);
    },
  });

/** People who follow an advertisement to the registration, fill it in, confirm by mail, look around and mostly go. */
export const newCustomers: Populate = (world) =>
  browserRush(world, {
    name: 'new_customer',
    people: world.count(110, 14),
    span: world.calendar.registrationDrive,
    *journey(browser) {
      const { random } = browser;
      browser.page = 'https://www.google.com/';
      browser.open(shopSite, shopPages.listing('/?utm_source=ads&utm_campaign=welcome', 0, random));
      yield browser.wait(thinkTime(random));
      yield* register(browser);
      yield browser.wait(random.logNormal(60_000, 0.8));
      browser.page = '';
      browser.request(shopSite, `/account/confirm?token=${random.hex(32)}`);
      if (random.chance(0.3)) yield* shopVisit(browser, { depth: 2 });
    },
  });

/** People at the till while the payment provider is down: declined whatever they do, most try twice or thrice and another card. */
export const declinedPayers: Populate = (world) =>
  browserRush(world, {
    name: 'declined_payer',
    people: world.count(60, 10),
    span: world.calendar.paymentOutage,
    *journey(browser) {
      const { random } = browser;
      browser.request(shopSite, '/cart/add', { method: 'POST', accepted: true });
      yield browser.wait(typingTime(random));
      yield* checkout(browser);
      if (!random.chance(0.4)) return;
      yield browser.wait(random.logNormal(120_000, 0.6));
      yield* checkout(browser);
    },
  });

/** People with a code everybody was sent: they try it at the till, and an older one where it is refused. */
export const couponSharers: Populate = (world) =>
  browserRush(world, {
    name: 'coupon_sharer',
    people: world.count(90, 12),
    span: { start: world.moment(0.36), end: world.moment(0.42) },
    *journey(browser) {
      const { random } = browser;
      const { release } = world.calendar.conditionsAt(browser.now);
      browser.open(shopSite, shopPages.form('/cart', release));
      for (let attempt = 0; attempt < random.integer(1, 4); attempt += 1) {
        yield browser.wait(typingTime(random));
        const accepted = random.chance(0.55);
        const { status } = browser.request(shopSite, '/cart/coupon', { method: 'POST', accepted });
        if (status === 302) break;
      }
      if (random.chance(0.2)) yield* checkout(browser);
    },
  });

/** Customers who want to sign in while nobody can: they try again a few times and leave, some come back later. */
export const lockedOutCustomers: Populate = (world) =>
  browserRush(world, {
    name: 'locked_out_customer',
    people: world.count(50, 8),
    span: world.calendar.loginOutage,
    *journey(browser) {
      const { random } = browser;
      yield* shopVisit(browser, { depth: 1, signIn: { mistakes: 0 } });
      if (browser.signedIn || !random.chance(0.5)) return;
      yield browser.wait(random.logNormal(25 * 60_000, 0.5));
      yield* signIn(browser, { mistakes: 0 });
    },
  });
