import { shopSite } from '../../sites/shop-site.js';
import { shopPages } from '../../sites/shop-pages.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';
import { type Tool } from '../tool.js';

/** Number and page of the limited product. */
const STOCK = '/stock/90001.json';
const PAGE = '/drops/larkfield-x-oriel-parka';
const LEAD = 15 * 60_000;
/** Milliseconds between looks at the stock. */
const POLL = {
  naive: 1000,
  rotating: 6000,
  residential: 12_000,
  low_and_slow: 600_000,
  headless: 20_000,
};

function* buy(tool: Tool): Script {
  tool.post(shopSite, '/cart/add/limited', true);
  yield tool.step(180);
  tool.post(shopSite, '/checkout', true);
  yield tool.step(220);
  tool.post(shopSite, '/checkout/payment', tool.random.chance(0.9));
  tool.renew();
}

/** OAT-005: watches the stock and is through the checkout before a person has found the button. */
export const scalping: Tactic = {
  ...{ kind: 'scalping', class: 'OAT-005', host: shopSite.host, at: 0.7 },
  tools: ['python-requests/2.31.0', 'node-fetch/1.0 (+https://github.com/bitinn/node-fetch)'],
  acts: { naive: 24, rotating: 3, residential: 2, low_and_slow: 1, headless: 2 },
  pace: 900,
  usual: { naive: 2, residential: 26, headless: 4 },
  span: ({ start, calendar: { drop } }) => ({
    start: Math.max(start, drop.start - LEAD),
    end: drop.end,
  }),
  *script(tool) {
    const { random, level, world, task } = tool;
    const release = world.calendar.drop.start + random.integer(120, 1400);
    yield tool.step(random.between(500, 4000));
    tool.look(shopSite, shopPages.listing(PAGE, 1, random));
    while (tool.now < release) {
      tool.act(shopSite, STOCK);
      const next = POLL[level] * random.between(0.95, 1.05);
      yield tool.until(Math.min(release, tool.now + next));
    }
    for (let turn = 0; turn < task.acts; turn += 1) {
      yield* buy(tool);
      yield tool.until(tool.now + random.between(900, 2600));
    }
  },
};
