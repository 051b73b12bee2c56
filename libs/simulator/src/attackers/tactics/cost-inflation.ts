import { bankShell, bankSite } from '../../sites/bank-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-003: text messages to numbers that pay their owner (SMS pumping): codes are sent, none is ever entered. */
export const costInflation: Tactic = {
  ...{ kind: 'cost_inflation', class: 'OAT-003', host: bankSite.host, at: 0.05 },
  tools: ['python-requests/2.28.2', 'axios/1.6.7'],
  acts: { naive: 180, rotating: 9, residential: 6, low_and_slow: 2, headless: 20 },
  pace: 1800,
  usual: { naive: 2, rotating: 24 },
  script: (tool) =>
    tool.each(function* (): Script {
      tool.renew();
      tool.look(bankSite, bankShell);
      yield tool.step(1500);
      if (tool.random.chance(0.4)) tool.post(bankSite, '/api/v2/customers', true);
      yield tool.step(700);
      tool.post(bankSite, '/api/v2/otp/send', !tool.random.chance(0.05));
    }),
};
