import { marketCatalogue } from '../../sites/market-catalogue.js';
import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-015: the dearest question the market answers, in forms no cache holds, as often as the level allows. */
export const searchExhaustion: Tactic = {
  ...{ kind: 'search_exhaustion', class: 'OAT-015', host: marketSite.host, at: 0.74 },
  tools: ['Go-http-client/1.1', 'vegeta'],
  acts: { naive: 1400, rotating: 60, residential: 40, low_and_slow: 5, headless: 60 },
  pace: 260,
  usual: { naive: 1, headless: 3 },
  script: (tool) =>
    tool.each(function* (): Script {
      const { random } = tool;
      const words = `${marketCatalogue.words(random)}+${random.hex(3)}`;
      const target = `/suche?begriff=${words}&sortierung=preis&seite=${random.integer(1, 50)}`;
      tool.read(marketSite, marketPages.listing(target, random));
      yield tool.step(15);
    }),
};
