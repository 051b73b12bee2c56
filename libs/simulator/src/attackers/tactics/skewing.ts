import { newsArchive } from '../../sites/news-archive.js';
import { newsPages } from '../../sites/news-pages.js';
import { newsSite } from '../../sites/news-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

const POLL = '/polls/harbour-bridge/vote';

/** OAT-016: votes in a poll and clicks on advertisements that nobody meant. */
export const skewing: Tactic = {
  ...{ kind: 'skewing', class: 'OAT-016', host: newsSite.host, at: 0.56 },
  tools: ['curl/8.5.0', 'python-requests/2.31.0'],
  acts: { naive: 260, rotating: 10, residential: 6, low_and_slow: 2, headless: 22 },
  pace: 1100,
  usual: { naive: 2, rotating: 24 },
  script: (tool) => {
    const clicks = tool.task.member % 2 === 1;
    const ad = `/ads/click/${7400 + (tool.task.member % 3)}`;
    return tool.each(function* (): Script {
      const { random, now } = tool;
      tool.renew();
      tool.look(newsSite, newsPages.article(newsArchive.back(now, 3), now, random));
      yield tool.step(400);
      if (clicks) tool.act(newsSite, ad);
      else tool.post(newsSite, POLL, true);
    });
  },
};
