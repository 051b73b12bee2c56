import { ticketsPages } from '../../sites/tickets-pages.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** Leaked pairs that still work: 0.1 to 2 % in the handbook's description. */
const SUCCESS = 0.012;
const LOGIN = '/iniciar-sesion';

/** OAT-008: leaked names and passwords, each tried once, as combo-list checkers do; what opens is looked into. */
export const credentialStuffing: Tactic = {
  ...{ kind: 'credential_stuffing', class: 'OAT-008', host: ticketsSite.host, at: 0.06 },
  tools: [
    'Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/58.0.3029.110 Safari/537.36',
    'OpenBullet/1.4.4',
  ],
  acts: { naive: 300, rotating: 9, residential: 6, low_and_slow: 2, headless: 24 },
  pace: 700,
  usual: { naive: 2, headless: 4 },
  script: (tool) =>
    tool.each(function* (): Script {
      tool.renew();
      tool.look(ticketsSite, ticketsPages.form(LOGIN));
      yield tool.step(500);
      const { status } = tool.post(ticketsSite, LOGIN, tool.random.chance(SUCCESS));
      if (status !== 302) return;
      yield tool.step(300);
      tool.act(ticketsSite, '/mi-cuenta', { signedIn: true });
    }),
};
