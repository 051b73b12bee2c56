import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules, shopped } from './acting-rules.js';
import { payingRules } from './paying-rules.js';
import { type Threat } from './threat.js';

/** Payments of one visitor in a day that nothing was chosen for. Assumption. */
const UNCHOSEN = 3;

const paysWithoutShopping: EvidenceRule = ({ features }) =>
  features.payments >= UNCHOSEN && !shopped(features) && features.apiClient === ''
    ? weigh('PAYS_WITHOUT_SHOPPING', {
        value: features.payments,
        text: `paid ${features.payments} times without looking at anything it could buy`,
      })
    : null;

const manySessions: EvidenceRule = ({ features }) =>
  features.paymentSessions >= 4 &&
  features.paymentFailures * 2 >= features.payments &&
  features.payments <= features.paymentSessions * 3
    ? weigh('MANY_PAYMENT_SESSIONS', {
        value: features.paymentSessions,
        strength: Math.min(2.5, 1 + Math.log(features.paymentSessions / 4)),
        text: `paid in ${features.paymentSessions} different sessions, each anew, and mostly in vain`,
      })
    : null;

/** Payments in vain of one visitor: twice what people try (see `payingRules`). */
const CARDS = 8;

const freshBaskets: EvidenceRule = ({ features }) => {
  const baskets = features.checkouts > 0 ? features.checkouts : features.cartAdds;
  return baskets >= 2 && features.paymentFailures >= Math.max(CARDS, 2 * baskets)
    ? weigh('FRESH_BASKETS', {
        value: baskets,
        baseline: 1,
        strength: Math.min(1.5, 0.7 + Math.log(baskets) / 2),
        text: `filled ${baskets} baskets to be declined ${features.paymentFailures} times`,
      })
    : null;
};

/** OAT-001 Carding: stolen cards tried out by paying with each. Told from card cracking by the sessions, where the log has them. */
export const carding: Threat = {
  id: 'OAT-001',
  name: 'Carding',
  definition: 'Many full sets of stolen card data are tried out by paying small amounts with each.',
  signals: [
    'payments that are mostly declined',
    'the payment step dominates, nothing was chosen before it',
    'a new session for every card',
    'a rhythm no shopper has',
  ],
  confounders: [
    'a sale: more payments, few declines',
    'an outage of the payment provider: declines rise for everybody, and the baseline with them',
    'people who try again after a decline, up to four times',
  ],
  notVisible: ['card numbers', 'amounts', 'reasons for a decline', 'chargebacks'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ payments }) => payments > 0,
  rules: [
    ...actingRules,
    ...payingRules,
    paysWithoutShopping,
    manySessions,
    freshBaskets,
    bareCrowd('payment'),
  ],
};
