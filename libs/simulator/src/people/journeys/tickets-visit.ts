import { ticketsPages } from '../../sites/tickets-pages.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Browser } from '../browser.js';
import { entryReferer, thinkTime, typingTime } from './pace.js';

/** Payment of held seats: declined cards are tried one to three times more. */
export function* payForSeats(browser: Browser, declined = 0.08): Generator<number, void, void> {
  const { random } = browser;
  browser.open(ticketsSite, ticketsPages.form('/pago'));
  for (let attempt = 0; attempt < random.integer(2, 4); attempt += 1) {
    yield browser.wait(typingTime(random) * 3);
    const accepted = !random.chance(attempt === 0 ? declined : 0.45);
    const { status } = browser.request(ticketsSite, '/pago', { method: 'POST', accepted });
    if (status !== 302) continue;
    browser.open(ticketsSite, ticketsPages.form(`/confirmacion/${random.hex(8)}`));
    return;
  }
}

/** Becoming a member: the form, once more where it was refused, and the link in the mail some minutes later. */
function* register(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  browser.open(ticketsSite, ticketsPages.form('/registro'));
  const refusals = random.chance(0.25) ? 1 : 0;
  for (let attempt = 0; attempt <= refusals; attempt += 1) {
    yield browser.wait(typingTime(random) * 4);
    browser.request(ticketsSite, '/registro', { method: 'POST', accepted: attempt === refusals });
  }
  yield browser.wait(random.logNormal(50_000, 0.8));
  browser.page = '';
  browser.open(ticketsSite, ticketsPages.form(`/registro/confirmar?codigo=${random.hex(32)}`));
  yield browser.wait(thinkTime(random));
}

function* signIn(browser: Browser): Generator<number, void, void> {
  const { random } = browser;
  browser.open(ticketsSite, ticketsPages.form('/iniciar-sesion'));
  const mistakes = random.weighted([
    [86, 0],
    [10, 1],
    [3, 2],
    [1, 3],
  ]);
  for (let attempt = 0; attempt <= mistakes; attempt += 1) {
    yield browser.wait(typingTime(random));
    const accepted = attempt === mistakes;
    browser.request(ticketsSite, '/iniciar-sesion', { method: 'POST', accepted });
  }
  browser.signedIn = true;
  yield browser.wait(200);
  browser.open(ticketsSite, ticketsPages.form('/mi-cuenta'));
}

/** Somebody looks at the programme, sometimes holds seats, and pays for them or lets them go. */
export function* ticketsVisit(browser: Browser): Script {
  const { random } = browser;
  browser.page = entryReferer(random);
  browser.open(ticketsSite, random.chance(0.5) ? ticketsPages.home() : ticketsPages.programme());
  if (random.chance(0.05)) yield* register(browser);
  for (let seen = 0; seen < random.integer(1, 5); seen += 1) {
    yield browser.wait(thinkTime(random));
    browser.open(ticketsSite, ticketsPages.show(ticketsPages.event(random)));
  }
  if (random.chance(0.2)) yield* signIn(browser);
  if (!random.chance(0.3)) return;
  yield browser.wait(thinkTime(random) * 2);
  browser.request(ticketsSite, '/reserva', { method: 'POST', accepted: !random.chance(0.06) });
  yield browser.wait(thinkTime(random));
  if (random.chance(0.7)) yield* payForSeats(browser);
}
