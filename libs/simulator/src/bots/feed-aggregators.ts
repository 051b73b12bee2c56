import { newsSite } from '../sites/news-site.js';
import { machineVisits } from '../world/machines.js';
import { type Populate } from '../world/population.js';
import { publishedAddresses } from './published-addresses.js';

const SERVICES = [
  'Inoreader/1.0 (+http://www.inoreader.com/feed-fetcher; 214 subscribers; )',
  'Feedbin feed-id:1890114 - 41 subscribers',
  'NewsBlur Feed Fetcher - 63 subscribers - https://www.newsblur.com/site/6211/ (Mozilla/5.0 (Macintosh; Intel Mac OS X 10_14_6))',
  'Tiny Tiny RSS/25.06 (https://tt-rss.org/)',
  'Mozilla/5.0 (compatible; theoldreader.com; 9 subscribers; feed-id=7c1)',
];

/** Services that fetch the news feeds for many readers, every ten to forty minutes. */
export const feedAggregators: Populate = (world) => {
  const feedly = publishedAddresses('feedly', 2, world.random('feedly/addresses'));
  const hosts = world.addresses.lease('hosting', SERVICES.length * 6);
  const count = feedly.length + SERVICES.length;
  const visits = machineVisits(world, 'feed_aggregator', count, (index, random) => ({
    visitor: {
      address: feedly[index] ?? hosts.at((index - feedly.length) * 6),
      shared: false,
      label: 'good_bot',
      class: 'feed_reader',
      campaign: '',
      evasion: '',
      kind: 'feed_aggregator',
    },
    userAgent:
      SERVICES[index - feedly.length] ??
      'Feedly/1.0 (+http://www.feedly.com/fetcher.html; 1804 subscribers; like FeedFetcher-Google)',
    start: world.start + random.integer(0, 600_000),
    *script(client) {
      const period = random.pick([10, 15, 20, 30, 40]) * 60_000;
      for (;;) {
        client.send({ site: newsSite, target: '/feed/', conditional: random.chance(0.4) });
        if (random.chance(0.3))
          client.send({ site: newsSite, target: '/comments/feed/', delay: 700 });
        yield client.wait(period + random.between(-4000, 9000));
      }
    },
  }));
  return { visits: [visits], campaigns: [] };
};
