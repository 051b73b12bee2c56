import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopPages } from '../sites/shop-pages.js';
import { shopSite } from '../sites/shop-site.js';
import { borrowedUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

/** Scraping that takes its time: dozens of addresses, each with its slice of the catalogue, a product every few minutes, all day. */
export const patientScraping: Populate = (world) =>
  attack(world, {
    kind: 'patient_scraping',
    class: 'OAT-011',
    evasion: 'residential',
    host: shopSite.host,
    span: partOf(world, 0.01, 0.99),
    pool: 'residential',
    members: world.count(72, 36),
    userAgent: (random) => borrowedUserAgent(random, 0.8),
    protocol: (random) => (random.chance(0.5) ? 'HTTP/2.0' : 'HTTP/1.1'),
    spread: 0.05,
    *script(client, index) {
      const { random } = client;
      const perDay = random.integer(55, 130);
      for (let turn = 0; ; turn += 1) {
        const id = shopCatalogue.nth(index * 89 + turn);
        const listing = `/c/${shopCatalogue.categoryOf(id)}?page=${1 + (turn % 30)}`;
        const target = turn % 12 === 0 ? listing : shopCatalogue.productTarget(id);
        client.send({ site: shopSite, target });
        yield client.wait((86_400_000 / perDay) * random.between(0.75, 1.25));
      }
    },
  });

/** Loads a product with its assets once, as an automated browser with a cache does. */
function render(client: Client, id: number, cache: Set<string>): void {
  const { random } = client;
  const page = shopPages.product(
    id,
    client.world.calendar.conditionsAt(client.now).release,
    random,
  );
  client.send({ site: shopSite, target: page.target });
  const referer = `https://${shopSite.host}${page.target}`;
  let delay = random.between(150, 400);
  for (const target of page.assets) {
    if (cache.has(target)) continue;
    cache.add(target);
    delay += random.between(5, 30);
    client.send({ site: shopSite, target, referer, delay });
  }
}

/** Scraping with real browsers under remote control: assets and all, but product after product in order, at a steady pace, never a cart. */
export const headlessScraping: Populate = (world) =>
  attack(world, {
    kind: 'headless_scraping',
    class: 'OAT-011',
    evasion: 'headless',
    host: shopSite.host,
    span: partOf(world, 0.15, 0.6),
    pool: 'hosting',
    members: world.count(14, 8),
    userAgent: (random) => borrowedUserAgent(random, 1),
    protocol: () => 'HTTP/2.0',
    spread: 0.5,
    *script(client, index) {
      const { random } = client;
      const cache = new Set<string>();
      const products = world.effort(150, 30);
      for (let turn = 0; turn < products; turn += 1) {
        render(client, shopCatalogue.nth(index * 210 + turn), cache);
        yield client.wait(random.between(18_000, 26_000));
      }
    },
  });
