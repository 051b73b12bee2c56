import { newsSite } from '../sites/news-site.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { type Visit } from '../world/visit.js';
import { newsVisit } from './journeys/news-visit.js';
import { humanVisitor, openBrowser } from './person.js';

const READERS = [
  'NetNewsWire (RSS Reader; https://netnewswire.com/)',
  'Reeder/5050003 CFNetwork/3826.600.41 Darwin/24.6.0',
  'Liferea/1.15.6 (Linux; https://lzone.de/liferea/) AppleWebKit (KHTML, like Gecko)',
  'FreshRSS/1.27.1 (Linux; https://freshrss.org)',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Thunderbird/140.4.0',
];

/**
 * People who follow the news in a feed reader of their own: the reader asks every half hour or hour while their computer is on, mostly for nothing
 * new (304), and they open an article now and then in the browser behind the same address.
 */
export const feedSubscribers: Populate = (world) => {
  const people = world.count(110, 10);
  const homes = world.addresses.lease('residential', people);
  const visits = Array.from({ length: people }, (_, index): Visit => {
    const random = world.random('feed_subscriber', index);
    const start = world.start + random.integer(0, 3_600_000);
    const address = homes.at(index);
    return {
      start,
      *run(emit) {
        const reader = humanVisitor('feed_subscriber', address, {
          shared: true,
          class: 'feed_reader',
        });
        const visitor = { ...reader, label: 'good_bot' as const };
        const traits = { visitor, userAgent: random.pick(READERS), protocol: 'HTTP/1.1' };
        const client = new Client(world, traits, random, emit, start);
        const identity = browserUserAgents.desktop(random);
        const person = {
          visitor: { ...reader, class: 'browser' },
          identity,
          habits: { warm: 0.5, assets: 1 },
        };
        const period = random.pick([30, 60, 60, 120]) * 60_000;
        const wakes = random.chance(0.4) ? 0 : random.between(6, 9);
        for (;;) {
          const hour = new Date(client.now).getUTCHours();
          if (hour >= wakes) {
            client.send({ site: newsSite, target: '/feed/', conditional: random.chance(0.55) });
            if (random.chance(0.06)) {
              const browser = openBrowser(world, person, random, emit, client.now + 20_000);
              yield browser.now;
              yield* newsVisit(browser, { depth: random.integer(1, 3) });
              client.now = browser.now;
            }
          }
          yield client.wait(period + random.between(-800, 2500));
        }
      },
    };
  });
  return { visits: [visits.sort((a, b) => a.start - b.start)], campaigns: [] };
};
