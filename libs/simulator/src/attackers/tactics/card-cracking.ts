import { ticketsPages } from '../../sites/tickets-pages.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-010: one booking and one card number; the expiry date and security code are guessed payment by payment. */
export const cardCracking: Tactic = {
  ...{ kind: 'card_cracking', class: 'OAT-010', host: ticketsSite.host, at: 0.3 },
  tools: ['python-requests/2.30.0', 'Go-http-client/1.1'],
  acts: { naive: 200, rotating: 10, residential: 8, low_and_slow: 3, headless: 26 },
  pace: 1500,
  usual: { naive: 2, residential: 20 },
  *script(tool) {
    tool.look(ticketsSite, ticketsPages.show(ticketsPages.event(tool.random)));
    yield tool.step(800);
    tool.post(ticketsSite, '/reserva', true);
    yield tool.step(900);
    yield* tool.each(function* (turn): Script {
      if (turn % 5 === 0) tool.look(ticketsSite, ticketsPages.form('/pago'));
      yield tool.step(300);
      tool.post(ticketsSite, '/pago', tool.random.chance(0.006));
    });
  },
};
