import { type Populate } from '../world/population.js';
import { crawl24 } from './crawl.js';
import { publishedAddresses } from './published-addresses.js';

/** Crawlers that declare themselves and serve others than the estate: welcome to some, not to all, hence neutral. */
const CRAWLERS = [
  {
    name: 'ahrefsbot',
    class: 'seo_crawler',
    operator: 'ahrefs',
    addresses: 18,
    requestsPerDay: 2300,
    shop: 0.8,
    userAgents: ['Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)'],
  },
  {
    name: 'semrushbot',
    class: 'seo_crawler',
    operator: 'semrush',
    addresses: 12,
    requestsPerDay: 1500,
    shop: 0.6,
    userAgents: ['Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)'],
  },
  {
    name: 'gptbot',
    class: 'ai_crawler',
    operator: 'openai',
    addresses: 6,
    requestsPerDay: 2600,
    shop: 0.15,
    userAgents: [
      'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    ],
  },
] as const;

export const declaredCrawlers: readonly Populate[] = CRAWLERS.map(
  ({ operator, addresses, ...crawler }): Populate =>
    (world) =>
      crawl24(world, {
        ...crawler,
        label: 'neutral_bot',
        requestsPerDay: world.count(crawler.requestsPerDay, 40),
        addresses: publishedAddresses(
          operator,
          world.count(addresses, 3),
          world.random(`${crawler.name}/addresses`),
        ),
      }),
);
