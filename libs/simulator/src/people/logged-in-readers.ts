import { NEWS_RHYTHM } from '../chance/rhythm.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { type Populate } from '../world/population.js';
import { crowdVisits } from './crowd.js';
import { newsVisit } from './journeys/news-visit.js';
import { humanVisitor, openBrowser, type Person, usualHabits } from './person.js';

/** Subscribers: they sign in, read long and write comments. */
export const loggedInReaders: Populate = (world) => {
  const people = world.count(90, 8);
  const homes = world.addresses.lease('residential', people);
  const visits = crowdVisits<Person>(world, {
    name: 'logged_in_reader',
    people,
    visitsPerDay: world.count(110, 10),
    rhythm: NEWS_RHYTHM,
    person: (index, random) => ({
      visitor: humanVisitor('logged_in_reader', homes.at(index)),
      identity: browserUserAgents.desktop(random),
      habits: usualHabits(random),
    }),
    visit: (person, random, emit, start) =>
      newsVisit(openBrowser(world, person, random, emit, start), {
        depth: random.integer(4, 22),
        signsIn: random.chance(0.5),
        comments: 0.06,
      }),
  });
  return { visits: [visits], campaigns: [] };
};
