import { bankShell, bankSite } from '../../sites/bank-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-020: screen scraping: a company logs in as its customers at the bank's own pages, though there is an API for it, and reads everything. */
export const accountAggregation: Tactic = {
  ...{ kind: 'account_aggregation', class: 'OAT-020', host: bankSite.host, at: 0.02 },
  tools: ['Java/11.0.18', 'Apache-HttpClient/4.5.13 (Java/11.0.20)'],
  acts: { naive: 110, rotating: 6, residential: 4, low_and_slow: 2, headless: 16 },
  pace: 2400,
  usual: { naive: 2, residential: 14 },
  script: (tool) =>
    tool.each(function* (turn): Script {
      const { random, task } = tool;
      const customer = 43_000 + task.member * 120 + turn;
      const account = `kunde-${customer}`;
      const inside = { account, signedIn: true };
      tool.renew();
      tool.look(bankSite, bankShell);
      yield tool.step(300);
      const { status } = tool.post(bankSite, '/api/v2/sessions', random.chance(0.97), { account });
      if (status !== 201) return;
      yield tool.step(200);
      tool.act(bankSite, '/api/v2/accounts', inside);
      for (let number = 0; number < 1 + (customer % 3); number += 1) {
        yield tool.step(250);
        const id = 7_100_000 + customer * 3 + number;
        tool.act(bankSite, `/api/v2/accounts/${id}/transactions?days=90`, inside);
      }
    }),
};
