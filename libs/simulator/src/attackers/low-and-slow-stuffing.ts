import { shopSite } from '../sites/shop-site.js';
import { borrowedUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { type Script } from '../world/visit.js';
import { attack, partOf } from './attack.js';

const LOGIN = '/account/login';
/** Leaked pairs that still work (OWASP OAT-008 tells 0.1 to 2 %). */
const SUCCESS = 0.015;

function* attempt(client: Client): Script {
  const { random } = client;
  const userAgent = random.chance(0.3) ? borrowedUserAgent(random, 0.7) : client.userAgent;
  const site = shopSite;
  const referer = `https://${site.host}${LOGIN}`;
  if (random.chance(0.65)) {
    client.send({ site, target: LOGIN, userAgent });
    yield client.wait(random.between(900, 4500));
  }
  const accepted = random.chance(SUCCESS);
  const { status } = client.send({
    site,
    target: LOGIN,
    method: 'POST',
    accepted,
    referer,
    userAgent,
  });
  if (status !== 302) return;
  yield client.wait(random.between(150, 500));
  client.send({ site, target: '/account', signedIn: true, referer, userAgent });
  yield client.wait(random.between(800, 2500));
  client.send({ site, target: '/account/orders', signedIn: true, userAgent });
}

/**
 * Credential stuffing over hundreds of residential proxies, each with one to five attempts a day and browsers' user agents: no address stands
 * out, only the estate's failure rate does. Shape after Javed and Paxson, "Detecting stealthy, distributed SSH brute-forcing" (CCS 2013).
 */
export const lowAndSlowStuffing: Populate = (world) =>
  attack(world, {
    kind: 'low_and_slow_stuffing',
    class: 'OAT-008',
    evasion: 'low_and_slow',
    host: shopSite.host,
    span: partOf(world, 0.02, 0.99),
    pool: 'residential',
    members: world.count(420, 48),
    oneBehindCarrierIn: 12,
    userAgent: (random) => borrowedUserAgent(random, 0.7),
    protocol: (random) => (random.chance(0.35) ? 'HTTP/2.0' : 'HTTP/1.1'),
    spread: 0.75,
    *script(client) {
      const { random } = client;
      const attempts = Math.max(1, Math.round(random.integer(1, 5) * Math.max(0.3, world.days)));
      for (let turn = 0; turn < attempts; turn += 1) {
        yield* attempt(client);
        yield client.wait(random.exponential(3.5 * 3_600_000));
      }
    },
  });
