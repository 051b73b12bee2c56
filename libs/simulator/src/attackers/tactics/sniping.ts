import { marketAuctions } from '../../sites/market-auctions.js';
import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** OAT-013: one bid in the last moment before an auction ends, at the same distance from the end each time. */
export const sniping: Tactic = {
  ...{ kind: 'sniping', class: 'OAT-013', host: marketSite.host, at: 0.1 },
  tools: ['Java/17.0.9', 'Myibidder/2.1'],
  acts: { naive: 70, rotating: 4, residential: 3, low_and_slow: 2, headless: 6 },
  pace: 60_000,
  usual: { naive: 2, residential: 16 },
  span: (world) => ({ start: world.start, end: world.end }),
  *script(tool) {
    const { random, task } = tool;
    const lead = random.between(900, 2200);
    const between = Math.max(1, Math.floor((task.end - tool.now) / 600_000 / task.acts));
    yield tool.step(random.between(10_000, 400_000));
    for (let turn = 0; turn < task.acts; turn += 1) {
      const id = marketAuctions.endingNext(tool.now, random.integer(0, 2 * between - 2));
      const deadline = marketAuctions.deadline(id);
      yield tool.until(deadline - random.between(40_000, 70_000));
      tool.look(marketSite, marketPages.auction(id));
      yield tool.until(deadline - 12_000);
      tool.act(marketSite, `${marketAuctions.target(id)}/stand.json`);
      yield tool.until(deadline - lead + random.between(-60, 60));
      yield* place(id);
      yield tool.step(5000);
    }

    function* place(id: number): Script {
      tool.post(marketSite, `${marketAuctions.target(id)}/gebot`, random.chance(0.9));
      yield tool.step(200);
    }
  },
};
