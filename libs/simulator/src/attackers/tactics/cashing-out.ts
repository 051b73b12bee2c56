import { bankShell, bankSite } from '../../sites/bank-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-012: into one customer's account after another with what was stolen, a new payee, the transfer, out. */
export const cashingOut: Tactic = {
  ...{ kind: 'cashing_out', class: 'OAT-012', host: bankSite.host, at: 0.66 },
  tools: ['python-requests/2.31.0', 'okhttp/4.9.3'],
  acts: { naive: 26, rotating: 3, residential: 2, low_and_slow: 1, headless: 4 },
  pace: 25_000,
  usual: { naive: 2, residential: 18 },
  script: (tool) =>
    tool.each(function* (turn): Script {
      const { random, task } = tool;
      const account = `kunde-${41_000 + task.member * 40 + turn}`;
      const inside = { account, signedIn: true };
      tool.renew();
      tool.look(bankSite, bankShell);
      yield tool.step(900);
      const { status } = tool.post(bankSite, '/api/v2/sessions', random.chance(0.85), { account });
      if (status !== 201) return;
      yield tool.step(500);
      tool.act(bankSite, '/api/v2/accounts', inside);
      yield tool.step(900);
      tool.post(bankSite, '/api/v2/beneficiaries', true, inside);
      yield tool.step(1100);
      tool.post(bankSite, '/api/v2/transfers', random.chance(0.8), inside);
    }),
};
