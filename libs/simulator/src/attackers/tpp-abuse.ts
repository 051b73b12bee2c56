import { openBankingSite, openBankingTargets as targets } from '../sites/open-banking-site.js';
import { type Client, type Send } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

/** Calls under a client id, as a program with an API key makes them. */
function caller(client: Client, apiClient: string): (target: string, more: Partial<Send>) => void {
  return (target, more) => {
    const fapiInteractionId = client.random.hex(32);
    client.send({ site: openBankingSite, target, apiClient, fapiInteractionId, ...more });
  };
}

/** Payment consents created one after another, which nobody ever authorises: the bank's limits per client are used up. */
export const consentStuffing: Populate = (world) =>
  attack(world, {
    kind: 'consent_stuffing',
    class: 'OAT-021',
    evasion: 'naive',
    host: openBankingSite.host,
    span: partOf(world, 0.3, 0.42),
    pool: 'hosting',
    members: 2,
    userAgent: () => 'axios/1.7.2',
    spread: 0.1,
    *script(client) {
      const call = caller(client, 'tpp-copperleaf');
      const consents = world.effort(170, 40);
      call(targets.token, { method: 'POST', accepted: true });
      for (let turn = 0; turn < consents; turn += 1) {
        yield client.wait(client.random.logNormal(2600, 0.4));
        const consent = `pc-${client.random.hex(10)}`;
        call(targets.paymentConsents, { method: 'POST', signedIn: true, consent });
      }
    },
  });

/** Access tokens and codes from somewhere, tried at the token endpoint until one is exchanged. */
export const tokenProbing: Populate = (world) =>
  attack(world, {
    kind: 'token_probing',
    class: 'OAT-007',
    evasion: 'residential',
    host: openBankingSite.host,
    span: partOf(world, 0.55, 0.9),
    pool: 'residential',
    members: world.count(14, 4),
    userAgent: () => 'Apache-HttpClient/5.3.1 (Java/21.0.4)',
    spread: 0.5,
    *script(client) {
      const call = caller(client, 'tpp-quoin-lending');
      const tries = world.effort(24, 8);
      for (let turn = 0; turn < tries; turn += 1) {
        call(targets.token, { method: 'POST', accepted: client.random.chance(0.01) });
        yield client.wait(client.random.logNormal(50_000, 0.8));
      }
    },
  });

/** A company that reads its customers' accounts every hour without them, though four times a day is what the regulation allows. */
export const hourlyAggregation: Populate = (world) =>
  attack(world, {
    kind: 'hourly_aggregation',
    class: 'OAT-020',
    evasion: 'naive',
    host: openBankingSite.host,
    span: partOf(world, 0, 1),
    pool: 'hosting',
    members: 2,
    userAgent: () => 'saldo-sync/0.9',
    spread: 0,
    *script(client, index) {
      const call = caller(client, 'tpp-saldosync');
      const customers = world.effort(12, 5);
      for (;;) {
        for (let customer = 0; customer < customers; customer += 1) {
          const number = index * customers + customer;
          const inside = { signedIn: true, account: `psu-s${number}`, consent: `aac-s${number}` };
          call(targets.token, { method: 'POST', accepted: true, ...inside });
          yield client.wait(client.random.between(80, 260));
          call(`${targets.accounts}/${22_950_000 + number}/balances`, inside);
          yield client.wait(client.random.between(200, 900));
        }
        yield client.wait(3_600_000 - (client.now % 3_600_000) + index * 1000);
      }
    },
  });
