import { ticketsPages } from '../../sites/tickets-pages.js';
import { ticketsSite } from '../../sites/tickets-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

const FORM = '/registro';

/** OAT-019: accounts by the dozen, confirmed by a mailbox that a program reads, and never used. */
export const accountCreation: Tactic = {
  ...{ kind: 'account_creation', class: 'OAT-019', host: ticketsSite.host, at: 0.58 },
  tools: [
    'python-requests/2.31.0',
    'Mechanize/2.8.5 Ruby/3.1.2p20 (http://github.com/sparklemotion/mechanize/)',
  ],
  acts: { naive: 80, rotating: 7, residential: 4, low_and_slow: 2, headless: 10 },
  pace: 5000,
  usual: { naive: 2, rotating: 18 },
  script: (tool) =>
    tool.each(function* (): Script {
      const { random } = tool;
      tool.renew();
      tool.look(ticketsSite, ticketsPages.form(FORM));
      yield tool.step(900);
      const { status } = tool.post(ticketsSite, FORM, random.chance(0.9));
      if (status !== 302) return;
      yield tool.step(2500);
      tool.act(ticketsSite, `${FORM}/confirmar?codigo=${random.hex(32)}`);
    }),
};
