import { newsSite } from '../sites/news-site.js';
import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';
import { SECRET_FILES } from './probe-paths.js';

const GOOGLEBOT = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const BINGBOT = 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)';

/** Scrapers that call themselves Googlebot and do not come from Google. */
export const impostorScrapers: Populate = (world) =>
  attack(world, {
    kind: 'impostor_scraper',
    class: 'OAT-011',
    evasion: 'rotating',
    host: shopSite.host,
    span: partOf(world, 0.2, 0.9),
    pool: 'hosting',
    members: world.count(11, 6),
    userAgent: () => GOOGLEBOT,
    spread: 0.4,
    *script(client, index) {
      const { random } = client;
      const pages = random.integer(60, 170);
      for (let turn = 0; turn < pages; turn += 1) {
        const id = shopCatalogue.nth(index * 290 + turn);
        client.send({ site: shopSite, target: shopCatalogue.productTarget(id) });
        yield client.wait(random.exponential(40_000));
      }
    },
  });

/** Somebody mapping the news site under Bing's name. */
export const impostorFootprinting: Populate = (world) =>
  attack(world, {
    kind: 'impostor_footprinting',
    class: 'OAT-018',
    evasion: 'naive',
    host: newsSite.host,
    span: partOf(world, 0.1, 0.8),
    pool: 'hosting',
    members: world.count(4, 3),
    userAgent: () => BINGBOT,
    spread: 0.6,
    *script(client) {
      const { random } = client;
      const fixed = [
        '/robots.txt',
        '/wp-json/',
        '/wp-json/wp/v2/users',
        '/readme.html',
        '/license.txt',
        '/author/1/',
        '/?author=1',
        '/?author=2',
      ];
      for (const target of [...fixed, ...SECRET_FILES]) {
        client.send({ site: newsSite, target, method: random.chance(0.2) ? 'HEAD' : 'GET' });
        yield client.wait(random.logNormal(9000, 0.8));
      }
    },
  });
