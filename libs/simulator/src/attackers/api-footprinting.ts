import { mobileApiSite } from '../sites/mobile-api-site.js';
import { openBankingSite, openBankingTargets } from '../sites/open-banking-site.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

const RESOURCES =
  'accounts users customers payments transactions cards beneficiaries statements parties products offers standing-orders direct-debits scheduled-payments funds-confirmations events admin internal debug config health metrics graphql swagger.json openapi.json api-docs actuator export report orders refunds vouchers tokens sessions keys'.split(
    ' ',
  );
const PREFIXES = [
  '/open-banking/v3.1/',
  '/open-banking/v3.0/',
  '/open-banking/v4.0/',
  '/open-banking/v3.1/aisp/',
  '/open-banking/v3.1/pisp/',
  '/open-banking/v3.1/cbpii/',
  '/api/',
  '/api/v1/',
  '/v2/',
  '/',
];
const SHOP_PREFIXES = ['/v1/', '/v2/', '/v3/', '/internal/', '/v1/admin/', '/api/v1/', '/'];
const KNOWN = Object.values(openBankingTargets);

/** Mapping an API: every resource under every version, with methods nobody uses, without a token. */
export const apiFootprinting: Populate = (world) =>
  attack(world, {
    kind: 'api_footprinting',
    class: 'OAT-018',
    evasion: 'naive',
    host: openBankingSite.host,
    span: partOf(world, 0.3, 0.85),
    pool: 'hosting',
    members: world.count(7, 4),
    userAgent: (random) =>
      random.pick([
        'ffuf/2.1.0',
        'PostmanRuntime/7.43.0',
        'kiterunner/1.0.2',
        'python-requests/2.31.0',
        'curl/8.5.0',
      ]),
    spread: 0.7,
    *script(client, index) {
      const { random } = client;
      const site = index % 3 === 2 ? mobileApiSite : openBankingSite;
      const prefixes = site === mobileApiSite ? SHOP_PREFIXES : PREFIXES;
      const requests = Math.min(prefixes.length * RESOURCES.length, world.effort(260, 60));
      for (let turn = 0; turn < requests; turn += 1) {
        const resource = RESOURCES[turn % RESOURCES.length] ?? '';
        const prefix = prefixes[Math.floor(turn / RESOURCES.length)] ?? '/';
        const known = site === openBankingSite && random.chance(0.12);
        const target = known ? random.pick(KNOWN) : `${prefix}${resource}`;
        const method = random.weighted([
          [55, 'GET'],
          [20, 'OPTIONS'],
          [12, 'HEAD'],
          [6, 'POST'],
          [4, 'PUT'],
          [3, 'DELETE'],
        ]);
        client.send({ site, target, method });
        yield client.wait(random.logNormal(index % 2 === 0 ? 900 : 12_000, 0.8));
      }
    },
  });
