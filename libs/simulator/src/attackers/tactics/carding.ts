import { shopCatalogue } from '../../sites/shop-catalogue.js';
import { shopPages } from '../../sites/shop-pages.js';
import { shopSite } from '../../sites/shop-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';
import { type Tool } from '../tool.js';

/** Stolen cards that still work: one in eight to one in twenty, as shops under attack tell. */
const WORKING = 0.07;
/** Payments tried with one cart before the next one is filled. */
const PER_CART = 8;

function* fillCart(tool: Tool): Script {
  const { release } = tool.world.calendar.conditionsAt(tool.now);
  tool.look(shopSite, shopPages.product(shopCatalogue.onSale(tool.random), release, tool.random));
  yield tool.step(700);
  tool.post(shopSite, '/cart/add', true);
  yield tool.step(600);
  tool.look(shopSite, shopPages.form('/checkout', release));
  yield tool.step(900);
  tool.post(shopSite, '/checkout', true);
  yield tool.step(500);
}

/** OAT-001: cards from a list, each charged a small sum to see which still work. */
export const carding: Tactic = {
  ...{ kind: 'carding', class: 'OAT-001', host: shopSite.host, at: 0.22 },
  tools: ['python-requests/2.31.0', 'Go-http-client/2.0'],
  acts: { naive: 160, rotating: 9, residential: 6, low_and_slow: 2, headless: 26 },
  pace: 2200,
  usual: { naive: 2, headless: 3 },
  script: (tool) =>
    tool.each(function* (turn): Script {
      if (turn % PER_CART === 0) yield* fillCart(tool);
      tool.look(shopSite, shopPages.form('/checkout/payment', 1));
      yield tool.step(400);
      const { status } = tool.post(shopSite, '/checkout/payment', tool.random.chance(WORKING));
      if (status === 302 && turn % 2 === 0) yield* fillCart(tool);
    }),
};
