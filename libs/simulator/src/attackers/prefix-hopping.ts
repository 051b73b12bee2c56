import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { borrowedUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

/** One rented server that takes another address of its /64 for every few pages of the catalogue, and another user agent with it. */
export const prefixScraping: Populate = (world) => {
  const addresses = world.count(400, 60);
  return attack(world, {
    kind: 'prefix_scraping',
    class: 'OAT-011',
    evasion: 'rotating',
    host: shopSite.host,
    span: partOf(world, 0.05, 0.95),
    pool: 'rented_prefix',
    members: addresses,
    userAgent: (random) => borrowedUserAgent(random, 0.8),
    spread: 1,
    *script(client, index) {
      const { random } = client;
      const pages = random.integer(1, 3);
      for (let turn = 0; turn < pages; turn += 1) {
        const id = shopCatalogue.nth(index * 3 + turn);
        client.send({ site: shopSite, target: shopCatalogue.productTarget(id) });
        yield client.wait(random.logNormal(20_000, 0.6));
      }
    },
  });
};

/** The same with a list of leaked passwords: one or two logins from each address. */
export const prefixStuffing: Populate = (world) =>
  attack(world, {
    kind: 'prefix_stuffing',
    class: 'OAT-008',
    evasion: 'rotating',
    host: shopSite.host,
    span: partOf(world, 0.2, 0.8),
    pool: 'rented_prefix',
    members: world.count(180, 30),
    userAgent: (random) => borrowedUserAgent(random, 0.8),
    spread: 1,
    *script(client) {
      const { random } = client;
      const attempts = random.integer(1, 2);
      for (let turn = 0; turn < attempts; turn += 1) {
        const accepted = random.chance(0.01);
        client.send({ site: shopSite, target: '/account/login', method: 'POST', accepted });
        yield client.wait(random.logNormal(8_000, 0.5));
      }
    },
  });
