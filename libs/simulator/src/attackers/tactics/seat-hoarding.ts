import { ticketsPages } from '../../sites/tickets-pages.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-021: seats held until the hold expires, and held again; nobody ever pays. */
export const seatHoarding: Tactic = {
  ...{ kind: 'seat_hoarding', class: 'OAT-021', host: ticketsSite.host, at: 0.36 },
  tools: ['python-requests/2.31.0', 'okhttp/4.12.0'],
  acts: { naive: 130, rotating: 7, residential: 5, low_and_slow: 2, headless: 14 },
  pace: 8000,
  usual: { naive: 2, residential: 18, headless: 3 },
  script: (tool) => {
    const name = ticketsPages.event(tool.world.random('seat_hoarding/event'));
    return tool.each(function* (): Script {
      tool.look(ticketsSite, ticketsPages.show(name));
      yield tool.step(300);
      tool.act(ticketsSite, `/evento/${name}/asientos.json`);
      yield tool.step(200);
      tool.post(ticketsSite, '/reserva', tool.random.chance(0.93));
      tool.renew();
    });
  },
};
