import { bankShell, bankSite } from '../../sites/bank-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

const NOUNS =
  'accounts beneficiaries transfers cards customers sessions limits mandates documents messages appointments rates loans securities audit reports webhooks features roles permissions keys jobs imports exports branches atms feedback chat notifications consents devices'.split(
    ' ',
  );
const ROOTS = ['/api/v2/', '/api/v1/', '/api/v3/', '/api/internal/', '/api/v2/admin/', '/rest/'];
const DOCUMENTS =
  '/api/v2/openapi.json /swagger-ui.html /api-docs /graphql /asset-manifest.json /static/main.7be1c20a.js.map /robots.txt /.well-known/openid-configuration'.split(
    ' ',
  );

/** OAT-018: which routes, versions and methods the bank's API has. */
export const routeMapping: Tactic = {
  ...{ kind: 'route_mapping', class: 'OAT-018', host: bankSite.host, at: 0.4 },
  tools: ['gobuster/3.6', 'feroxbuster/2.10.1'],
  acts: { naive: 180, rotating: 12, residential: 8, low_and_slow: 3, headless: 28 },
  pace: 400,
  usual: { naive: 2, rotating: 14 },
  script: (tool) => {
    const { random, task } = tool;
    const first = task.member * 17;
    return tool.each(function* (turn): Script {
      if (turn === 0) tool.look(bankSite, bankShell);
      yield tool.step(100);
      const place = first + turn;
      const route = `${ROOTS[Math.floor(place / NOUNS.length) % ROOTS.length] ?? '/api/'}${NOUNS[place % NOUNS.length] ?? ''}`;
      const target = turn % 9 === 4 ? random.pick(DOCUMENTS) : route;
      const method = random.weighted([
        [66, 'GET'],
        [12, 'OPTIONS'],
        [8, 'HEAD'],
        [5, 'POST'],
        [5, 'PUT'],
        [4, 'PATCH'],
      ]);
      tool.act(bankSite, target, { method });
    });
  },
};
