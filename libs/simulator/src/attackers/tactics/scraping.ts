import { marketCatalogue } from '../../sites/market-catalogue.js';
import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-011: the market's catalogue, listing by listing and article by article. */
export const scraping: Tactic = {
  ...{ kind: 'scraping', class: 'OAT-011', host: marketSite.host, at: 0.52 },
  tools: ['Scrapy/2.11.2 (+https://scrapy.org)', 'colly - https://github.com/gocolly/colly/v2'],
  acts: { naive: 700, rotating: 45, residential: 26, low_and_slow: 4, headless: 60 },
  pace: 450,
  usual: { naive: 1, rotating: 16 },
  script: (tool) => {
    const { random, task } = tool;
    const first = task.member * 131;
    return tool.each(function* (turn): Script {
      const page =
        turn % 20 === 0
          ? marketPages.listing(
              `/kategorie/alle?seite=${1 + Math.floor((first + turn) / 20)}`,
              random,
            )
          : marketPages.article(marketCatalogue.nth(first + turn), random);
      tool.read(marketSite, page);
      yield tool.step(20);
    });
  },
};
