import { mobileApiSite } from '../sites/mobile-api-site.js';
import { shopSite } from '../sites/shop-site.js';
import { type Populate } from '../world/population.js';
import { staleUserAgent } from '../user-agents/borrowed-user-agents.js';
import { attack, burst } from './attack.js';

/** Share of leaked pairs that still work: 0.1 to 2 % in OWASP's description of OAT-008; one in a hundred here. */
const SUCCESS = 0.01;

/** Credential stuffing that does not hide: a few rented machines, a login every second or two, one per pair. */
export const noisyStuffing: Populate = (world) =>
  attack(world, {
    kind: 'noisy_stuffing',
    class: 'OAT-008',
    evasion: 'naive',
    host: shopSite.host,
    span: burst(world, 0.34, 75),
    pool: 'hosting',
    members: world.count(7, 3),
    userAgent: (random, index) =>
      index % 2 === 0 ? 'python-requests/2.32.3' : staleUserAgent(random),
    spread: 0.15,
    *script(client) {
      const { random } = client;
      const attempts = world.effort(1100, 110);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const accepted = random.chance(SUCCESS);
        const { status } = client.send({
          site: shopSite,
          target: '/account/login',
          method: 'POST',
          accepted,
        });
        if (status === 302) {
          client.send({ site: shopSite, target: '/account', signedIn: true, delay: 240 });
        }
        yield client.wait(random.logNormal(1500, 0.5));
      }
    },
  });

/** The same against the mobile API, where the log tells the account of each attempt: every one another. */
export const noisyApiStuffing: Populate = (world) =>
  attack(world, {
    kind: 'noisy_api_stuffing',
    class: 'OAT-008',
    evasion: 'naive',
    host: mobileApiSite.host,
    span: burst(world, 0.12, 60),
    pool: 'hosting',
    members: world.count(4, 2),
    userAgent: (random) => random.pick(['okhttp/3.12.1', 'Go-http-client/1.1']),
    spread: 0.2,
    *script(client) {
      const { random } = client;
      const attempts = world.effort(900, 110);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const account = `customer-${random.integer(1000, 99_000)}`;
        const accepted = random.chance(SUCCESS);
        const target = '/v1/auth/login';
        const { status } = client.send({
          site: mobileApiSite,
          target,
          method: 'POST',
          accepted,
          account,
        });
        if (status === 200) {
          client.send({
            site: mobileApiSite,
            target: '/v1/me',
            signedIn: true,
            account,
            delay: 200,
          });
        }
        yield client.wait(random.logNormal(1800, 0.4));
      }
    },
  });
