import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { type Populate } from '../world/population.js';
import { attack, burst } from './attack.js';

const TOOLS = [
  'Scrapy/2.13.3 (+https://scrapy.org)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  'python-httpx/0.28.1',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/131.0.6778.33 Safari/537.36',
];

/** Scraping the catalogue as fast as it goes: listings page by page, then every product in them, several a second. */
export const fastScraping: Populate = (world) =>
  attack(world, {
    kind: 'fast_scraping',
    class: 'OAT-011',
    evasion: 'naive',
    host: shopSite.host,
    span: burst(world, 0.47, 70),
    pool: 'hosting',
    members: 4,
    userAgent: (_random, index) => TOOLS[index] ?? 'curl/8.5.0',
    spread: 0.3,
    *script(client, index) {
      const { random } = client;
      const pages = world.effort(2600, 150);
      const first = index * 700;
      for (let page = 0; page < pages; page += 1) {
        const target =
          page % 25 === 0
            ? `/c/all?page=${page / 25 + 1}`
            : shopCatalogue.productTarget(shopCatalogue.nth(first + page));
        client.send({ site: shopSite, target });
        yield client.wait(random.exponential(index === 3 ? 900 : 330));
      }
    },
  });
