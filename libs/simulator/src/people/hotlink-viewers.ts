import { NEWS_RHYTHM } from '../chance/rhythm.js';
import { newsArchive } from '../sites/news-archive.js';
import { newsSite } from '../sites/news-site.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { humanVisitor, openBrowser, type Person } from './person.js';

const FORUMS = [
  'https://forum.northshore-anglers.example/t/4821',
  'https://old.pinboards.example/r/harbour/comments/9k2',
  'https://www.quaysideblog.example/2025/wrecks/',
];

/** People elsewhere on the web whose pages show the news site's pictures: one picture, a foreign referer, never a page. */
export const hotlinkViewers: Populate = (world) => {
  const people = world.count(240, 20);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'hotlink_viewer',
    people,
    visitsPerDay: world.count(240, 20),
    rhythm: NEWS_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('hotlink_viewer', homes.at(index)),
      identity: browserUserAgents.desktop(random),
      habits: { warm: 0, assets: 1 },
    }),
    *visit(person, random, emit, start) {
      const browser = openBrowser(world, person, random, emit, start);
      const picture = random.integer(0, 2);
      browser.page = FORUMS[picture] ?? '';
      const old = newsArchive.back(world.start, 300 + picture * 211);
      browser.request(newsSite, newsArchive.imageTarget(old, 1));
      if (!random.chance(0.25)) return;
      yield browser.wait(random.between(400, 90_000));
      browser.request(newsSite, newsArchive.imageTarget(old, 2), {
        conditional: random.chance(0.3),
      });
    },
  });
  return { visits: [visits], campaigns: [] };
};
