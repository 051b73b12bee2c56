import { arrivals } from '../chance/arrivals.js';
import { type Random } from '../chance/random.js';
import { NEWS_RHYTHM, rhythmAt } from '../chance/rhythm.js';
import { newsArchive } from '../sites/news-archive.js';
import { newsSite } from '../sites/news-site.js';
import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { type Visit } from '../world/visit.js';
import { type World } from '../world/world.js';
import { publishedAddresses } from './published-addresses.js';

const USER_AGENTS = {
  facebook: 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
  slack: 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
};

function previewers(world: World): (random: Random) => readonly [string, string] {
  const meta = publishedAddresses('meta', world.count(18, 4), world.random('meta/addresses'));
  const hosts = world.addresses.lease('hosting', world.count(10, 3));
  const phones = world.addresses.lease('residential', world.count(60, 6));
  return (random) => {
    const kind = random.next();
    if (kind < 0.6) return [random.pick(meta), USER_AGENTS.facebook];
    if (kind < 0.8) return [hosts.at(random.integer(0, world.count(10, 3) - 1)), USER_AGENTS.slack];
    // WhatsApp fetches the preview from the sender's own phone.
    const phone = random.integer(0, world.count(60, 6) - 1);
    return [phones.at(phone), phone % 2 === 0 ? 'WhatsApp/2.25.32.76 A' : 'WhatsApp/25.31.77 i'];
  };
}

/** Messengers and networks that fetch a page and its picture once when somebody shares the link. */
export const linkPreviews: Populate = (world) => {
  const previewer = previewers(world);
  const perHour = (time: number): number =>
    (world.count(320, 30) / 24) * rhythmAt(NEWS_RHYTHM, time);
  function* visits(): Generator<Visit> {
    let number = 0;
    for (const start of arrivals(world.random('link_preview/arrivals'), world, perHour)) {
      const random = world.random('link_preview', number++);
      const [address, userAgent] = previewer(random);
      const truth = {
        label: 'good_bot',
        class: 'link_preview',
        campaign: '',
        evasion: '',
      } as const;
      const visitor = { address, shared: false, ...truth, kind: 'link_preview' };
      yield {
        start,
        *run(emit) {
          const client = new Client(
            world,
            { visitor, userAgent, protocol: 'HTTP/1.1' },
            random,
            emit,
            start,
          );
          const article = newsArchive.read(start, random);
          if (random.chance(0.3)) {
            const target = shopCatalogue.productTarget(shopCatalogue.popular(random));
            client.send({ site: shopSite, target });
            return;
          }
          client.send({ site: newsSite, target: newsArchive.articleTarget(article) });
          yield client.wait(random.between(200, 1500));
          client.send({ site: newsSite, target: newsArchive.imageTarget(article, 1) });
        },
      };
    }
  }
  return { visits: [visits()], campaigns: [] };
};
