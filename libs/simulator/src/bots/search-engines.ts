import { type Populate } from '../world/population.js';
import { type Crawler, crawl24 } from './crawl.js';
import { publishedAddresses } from './published-addresses.js';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko; compatible;';
const GOOGLE = 'Googlebot/2.1; +http://www.google.com/bot.html)';

/** Search engines at addresses they publish; Googlebot's smartphone user agent looks like Chrome on a Nexus 5X. */
const ENGINES = [
  {
    name: 'googlebot',
    class: 'verified_google',
    operator: 'google',
    addresses: 22,
    requestsPerDay: 5200,
    shop: 0.6,
    renders: 0.25,
    userAgents: [
      `Mozilla/5.0 (compatible; ${GOOGLE}`,
      `Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.7444.134 Mobile Safari/537.36 (compatible; ${GOOGLE}`,
      `Mozilla/5.0 ${CHROME} ${GOOGLE} Chrome/142.0.7444.134 Safari/537.36`,
    ],
  },
  {
    name: 'bingbot',
    class: 'verified_bing',
    operator: 'bing',
    addresses: 14,
    requestsPerDay: 2100,
    shop: 0.65,
    renders: 0.1,
    userAgents: [
      `Mozilla/5.0 ${CHROME} bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/136.0.0.0 Safari/537.36`,
      'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    ],
  },
  {
    name: 'applebot',
    class: 'verified_apple',
    operator: 'apple',
    addresses: 8,
    requestsPerDay: 700,
    shop: 0.5,
    renders: 0.3,
    userAgents: [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15 (Applebot/0.1; +http://www.apple.com/go/applebot)',
    ],
  },
  {
    name: 'duckduckbot',
    class: 'verified_duckduckgo',
    operator: 'duckduckgo',
    addresses: 3,
    requestsPerDay: 160,
    shop: 0.4,
    renders: 0,
    userAgents: ['DuckDuckBot/1.1; (+http://duckduckgo.com/duckduckbot.html)'],
  },
] as const;

export const searchEngines: readonly Populate[] = ENGINES.map(
  ({ operator, addresses, ...engine }): Populate =>
    (world) => {
      const count = world.count(addresses, 3);
      const crawler: Crawler = {
        ...engine,
        label: 'good_bot',
        requestsPerDay: world.count(engine.requestsPerDay, 40),
        addresses: publishedAddresses(operator, count, world.random(`${engine.name}/addresses`)),
      };
      return crawl24(world, crawler);
    },
);
