import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { borrowedUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

/** Stolen cards that still work, as shops under attack tell: one in eight to one in twenty. */
const WORKING = 0.08;

/** Card testing: a cheap product in the cart, then card after card at the payment step. */
export const cardTesting: Populate = (world) =>
  attack(world, {
    kind: 'card_testing',
    class: 'OAT-001',
    evasion: 'rotating',
    host: shopSite.host,
    span: partOf(world, 0.04, 0.3),
    pool: 'hosting',
    members: world.count(26, 12),
    userAgent: (random) => borrowedUserAgent(random, 0.75),
    protocol: (random) => (random.chance(0.4) ? 'HTTP/2.0' : 'HTTP/1.1'),
    spread: 0.5,
    *script(client) {
      const { random } = client;
      const site = shopSite;
      const cards = random.integer(22, 75);
      for (let card = 0; card < cards; card += 1) {
        if (card % 12 === 0) {
          client.send({ site, target: shopCatalogue.productTarget(shopCatalogue.onSale(random)) });
          yield client.wait(random.between(600, 1800));
          client.send({ site, target: '/cart/add', method: 'POST', accepted: true });
          yield client.wait(random.between(600, 1500));
          client.send({ site, target: '/checkout', method: 'POST', accepted: true });
          yield client.wait(random.between(600, 1500));
        }
        const accepted = random.chance(WORKING);
        client.send({ site, target: '/checkout/payment', method: 'POST', accepted });
        yield client.wait(1500 + random.logNormal(14_000, 0.7));
      }
    },
  });
