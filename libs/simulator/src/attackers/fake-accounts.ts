import { shopSite } from '../sites/shop-site.js';
import { borrowedUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

const REGISTER = '/account/register';

/** Mass registration: form, submit, next; nobody comes back to the accounts. */
export const fakeAccounts: Populate = (world) =>
  attack(world, {
    kind: 'fake_accounts',
    class: 'OAT-019',
    evasion: 'residential',
    host: shopSite.host,
    span: partOf(world, 0.6, 0.97),
    pool: 'residential',
    members: world.count(46, 24),
    userAgent: (random) => borrowedUserAgent(random, 0.8),
    protocol: (random) => (random.chance(0.4) ? 'HTTP/2.0' : 'HTTP/1.1'),
    spread: 0.6,
    *script(client) {
      const { random } = client;
      const site = shopSite;
      const referer = `https://${site.host}${REGISTER}`;
      const accounts = random.integer(4, 14);
      for (let account = 0; account < accounts; account += 1) {
        client.send({ site, target: REGISTER });
        yield client.wait(random.between(1200, 4000));
        const accepted = random.chance(0.88);
        client.send({ site, target: REGISTER, method: 'POST', accepted, referer });
        yield client.wait(random.logNormal(240_000, 0.8));
      }
    },
  });
