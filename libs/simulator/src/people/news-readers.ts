import { NEWS_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { newsVisit } from './journeys/news-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** People who read the news without an account, a little more on phones than on computers. */
export const newsReaders: Populate = (world) => {
  const people = world.count(1500, 260);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'news_reader',
    people,
    visitsPerDay: world.count(1250, 210),
    rhythm: NEWS_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('news_reader', homes.at(index)),
      identity: random.chance(0.55)
        ? browserUserAgents.mobile(random)
        : browserUserAgents.desktop(random),
      habits: usualHabits(random),
    }),
    visit: (person, random, emit, start) =>
      newsVisit(openBrowser(world, person, random, emit, start)),
  });
  return { visits: [visits], campaigns: [] };
};
