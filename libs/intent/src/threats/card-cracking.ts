import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { actingRules } from './acting-rules.js';
import { payingRules } from './paying-rules.js';
import { type Threat } from './threat.js';

/** Payments in vain: twice what people try (see `payingRules`). */
const GUESSES = 8;
/** Payments of one basket in vain: one more than people try (see `payingRules`). */
const OF_ONE_BASKET = 5;

const oneBasket: EvidenceRule = ({ features }) => {
  const baskets = basketsOf(features);
  return baskets > 0 &&
    features.paymentFailures >= OF_ONE_BASKET &&
    features.payments >= baskets * OF_ONE_BASKET
    ? weigh('ONE_BASKET_MANY_CARDS', {
        value: features.payments,
        baseline: OF_ONE_BASKET,
        strength: Math.min(2.2, 0.7 + Math.log(features.paymentFailures / OF_ONE_BASKET) / 2),
        text: `tried to pay ${baskets === 1 ? 'one basket' : `${baskets} baskets`} ${features.payments} times`,
      })
    : null;
};

/** As the sessions tell them apart; in logs without sessions one, if no second was filled. */
function basketsOf({ paymentSessions, cartAdds, checkouts }: VisitorFeatures): number {
  if (paymentSessions > 0) return paymentSessions;
  return cartAdds === 1 && checkouts <= 1 ? 1 : 0;
}

const paysInTheEnd: EvidenceRule = ({ features }) => {
  const paid = features.payments - features.paymentFailures;
  return features.paymentFailures >= GUESSES && paid > 0 && paid * 8 <= features.paymentFailures
    ? weigh('PAYS_IN_THE_END', {
        value: paid,
        text: `got through ${paid === 1 ? 'once' : `${paid} times`} after ${features.paymentFailures} declines, as guessing does`,
      })
    : null;
};

/** OAT-010 Card Cracking: the missing parts of stolen card data guessed. Without sessions in the log it looks like carding and is called carding. */
export const cardCracking: Threat = {
  id: 'OAT-010',
  name: 'Card Cracking',
  definition:
    'The parts that are missing from stolen card data, such as expiry date and security code, are found by trying values.',
  signals: [
    'many payments in one session or basket',
    'declines, and then a payment that goes through',
    'a rhythm no shopper has',
  ],
  confounders: ['people who try again after a decline', 'an outage of the payment provider'],
  notVisible: ['card numbers, expiry dates and security codes', 'which part varies'],
  visibility: 'usable',
  prior: -4.8,
  concerns: ({ payments }) => payments > 0,
  rules: [...actingRules, ...payingRules, oneBasket, paysInTheEnd, bareCrowd('payment')],
};
