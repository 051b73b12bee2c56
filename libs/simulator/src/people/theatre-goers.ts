import { SHOP_RHYTHM } from '../chance/rhythm.js';
import { ticketsPages } from '../sites/tickets-pages.js';
import { ticketsSite } from '../sites/tickets-site.js';
import { type Populate } from '../world/population.js';
import { browserCrowd, browserRush } from './browser-crowd.js';
import { payForSeats, ticketsVisit } from './journeys/tickets-visit.js';

/** People who go to the theatre. */
export const theatreGoers: Populate = (world) =>
  browserCrowd(world, {
    name: 'theatre_goer',
    people: world.count(700, 90),
    visitsPerDay: world.count(330, 45),
    rhythm: SHOP_RHYTHM,
    journey: ticketsVisit,
  });

/** Fans at a presale: in the waiting room ahead of time, loading it again, then quick at the seats; most find them sold out. */
export const presaleFans: Populate = (world) =>
  browserRush(world, {
    name: 'presale_fan',
    people: world.count(240, 30),
    span: world.calendar.presale,
    early: { share: 0.5, lead: 8 * 60_000 },
    *journey(browser) {
      const { random } = browser;
      const start = world.calendar.presale.start + random.between(400, 9000);
      browser.open(ticketsSite, ticketsPages.form('/sala-de-espera'));
      while (browser.now < start) {
        yield browser.wait(Math.min(start - browser.now + 1, random.logNormal(45_000, 0.8)));
        browser.open(ticketsSite, ticketsPages.form('/sala-de-espera'));
      }
      browser.open(ticketsSite, ticketsPages.show(ticketsPages.wanted));
      const left = 1 - (browser.now - start) / 300_000;
      for (let attempt = 0; attempt < random.integer(2, 6); attempt += 1) {
        yield browser.wait(1500 + random.logNormal(6000, 0.7));
        const accepted = random.chance(Math.max(0.02, left * 0.6));
        const { status } = browser.request(ticketsSite, '/reserva', { method: 'POST', accepted });
        if (status !== 302) continue;
        yield browser.wait(random.logNormal(9000, 0.6));
        yield* payForSeats(browser);
        return;
      }
    },
  });
