import { marketCatalogue } from '../../sites/market-catalogue.js';
import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-017: reviews with links under articles nobody of them read. */
export const spamming: Tactic = {
  ...{ kind: 'spamming', class: 'OAT-017', host: marketSite.host, at: 0.26 },
  tools: ['Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)', 'python-urllib3/1.26.5'],
  acts: { naive: 90, rotating: 7, residential: 5, low_and_slow: 2, headless: 14 },
  pace: 4000,
  usual: { naive: 2, residential: 18 },
  script: (tool) =>
    tool.each(function* (): Script {
      const { random } = tool;
      const id = marketCatalogue.nth(random.integer(0, 1799));
      tool.renew();
      tool.look(marketSite, marketPages.article(id, random));
      yield tool.step(700);
      tool.post(marketSite, `/artikel/${id}/bewertung`, random.chance(0.75));
    }),
};
