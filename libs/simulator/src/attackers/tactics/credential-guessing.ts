import { bankShell, bankSite } from '../../sites/bank-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** Customers whose passwords are guessed. */
const VICTIMS = ['kunde-40117', 'kunde-40231', 'kunde-40588', 'kunde-40990'];

/** OAT-007: many passwords for few customers of the bank. */
export const credentialGuessing: Tactic = {
  ...{ kind: 'credential_guessing', class: 'OAT-007', host: bankSite.host, at: 0.16 },
  tools: ['Mozilla/5.0 (Hydra)', 'python-requests/2.25.1'],
  acts: { naive: 220, rotating: 9, residential: 6, low_and_slow: 2, headless: 22 },
  pace: 1300,
  usual: { naive: 2, low_and_slow: 28 },
  script: (tool) =>
    tool.each(function* (): Script {
      tool.look(bankSite, bankShell);
      yield tool.step(600);
      const account = tool.random.pick(VICTIMS);
      const accepted = tool.random.chance(0.0004);
      tool.post(bankSite, '/api/v2/sessions', accepted, { account });
    }),
};
