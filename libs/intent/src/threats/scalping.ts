import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules } from './acting-rules.js';
import { checksOutFaster } from './buying-rules.js';
import { deedsOf } from './deeds-of.js';
import { headsOf } from './heads-of.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { type Threat } from './threat.js';

/** Orders of one person in a day. Assumption. */
const ORDERS = 3;

const buysRepeatedly: EvidenceRule = ({ features }) => {
  const ordinary = ORDERS * headsOf(features);
  const orders = Math.max(features.checkouts, features.payments - features.paymentFailures);
  return orders > ordinary && features.topItem * 2 >= features.items && features.topItem > ordinary
    ? weigh('BUYS_REPEATEDLY', {
        value: orders,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(orders / ordinary)),
        text: `ordered ${orders} times, mostly the same thing`,
      })
    : null;
};

/** Questions for a page's stock or price before somebody buys. Assumption: nobody reloads by hand so often and so evenly. */
const QUESTIONS = 20;
/** Share of the gaps within half a second of their median; of people's one in ten is. */
const EVEN = 0.35;

const pollsForStock: EvidenceRule = ({ features }) => {
  const { distinctPaths, posts, cartAdds, checkouts, payments, assets } = features;
  const questions = deedsOf(features) - posts;
  return questions >= QUESTIONS &&
    distinctPaths * 5 <= questions &&
    assets * 5 <= questions &&
    (features.evenGaps ?? 0) >= EVEN &&
    cartAdds + checkouts + payments > 0
    ? weigh('POLLS_FOR_STOCK', {
        value: questions,
        baseline: QUESTIONS,
        strength: Math.min(2, 1 + Math.log(questions / QUESTIONS) / 2),
        text: `asked ${distinctPaths} places ${questions} times at even intervals, and then bought`,
      })
    : null;
};

/** OAT-005 Scalping: limited goods bought up faster than people can. */
export const scalping: Threat = {
  id: 'OAT-005',
  name: 'Scalping',
  definition:
    'Goods in short supply are bought up by unfair means, faster and more often than people can, to be resold.',
  signals: [
    'one item asked for again and again until it can be bought',
    'order after order of the same thing',
    'from the item to the order in seconds',
  ],
  confounders: [
    'a sale: everybody asks for one item, and the baseline moves with them',
    'fans who reload a page by hand, and pages of a queue that reload themselves',
  ],
  notVisible: ['who gets the goods', 'resale', 'stock'],
  visibility: 'usable',
  prior: -4.8,
  concerns: ({ cartAdds, checkouts, payments }) => cartAdds + checkouts + payments > 0,
  rules: [
    ...actingRules,
    moreThanOrdinary({
      code: 'POLLS_ONE_ITEM',
      feature: 'topItem',
      // A fan reloads a page every few seconds for a few minutes. Assumption.
      floor: 30,
      applies: ({ features }) =>
        features.topItem * 2 >= features.items &&
        features.cartAdds + features.checkouts + features.payments > 0,
      text: (count) => `asked for one item ${count} times and bought or held it`,
    }),
    buysRepeatedly,
    pollsForStock,
    bareCrowd('checkout'),
    checksOutFaster,
  ],
};
