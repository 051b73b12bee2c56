import { ticketsPages } from '../../sites/tickets-pages.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-006: from the programme to the paid seat in the time a person needs to read the title, again and again, past the waiting room. */
export const expediting: Tactic = {
  ...{ kind: 'expediting', class: 'OAT-006', host: ticketsSite.host, at: 0.8 },
  tools: ['node-fetch/1.0 (+https://github.com/bitinn/node-fetch)', 'python-httpx/0.27.0'],
  acts: { naive: 45, rotating: 4, residential: 3, low_and_slow: 2, headless: 8 },
  pace: 20_000,
  usual: { naive: 2, residential: 18 },
  script: (tool) =>
    tool.each(function* (): Script {
      const name = ticketsPages.event(tool.random);
      tool.renew();
      tool.read(ticketsSite, ticketsPages.show(name));
      yield tool.until(tool.now + tool.random.between(90, 260));
      tool.act(ticketsSite, `/evento/${name}/asientos.json`);
      yield tool.until(tool.now + tool.random.between(80, 240));
      tool.post(ticketsSite, '/reserva', true);
      yield tool.until(tool.now + tool.random.between(90, 300));
      tool.post(ticketsSite, '/pago', tool.random.chance(0.97));
      yield tool.until(tool.now + tool.random.between(100, 300));
      tool.act(ticketsSite, `/confirmacion/${tool.random.hex(8)}`);
    }),
};
