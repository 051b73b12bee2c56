import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules } from './acting-rules.js';
import { countsUp } from './counts-up.js';
import { headsOf } from './heads-of.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { nothingBut } from './nothing-but.js';
import { type Threat } from './threat.js';

/** Codes that one person types wrong or tries from a list of coupon sites in a day. Assumption. */
const WRONG_CODES = 4;

const couponsRefused: EvidenceRule = ({ features }) => {
  const { couponFailures, couponTries } = features;
  const ordinary = WRONG_CODES * headsOf(features);
  if (couponFailures <= ordinary || couponFailures * 2 < couponTries) return null;
  return weigh('COUPONS_REFUSED', {
    value: couponFailures,
    baseline: ordinary,
    strength: Math.min(2.5, 1 + Math.log(couponFailures / ordinary)),
    text: `${couponFailures} of the ${couponTries} codes it tried were refused`,
  });
};

const manyCoupons: EvidenceRule = ({ features }) => {
  const ordinary = WRONG_CODES * headsOf(features);
  return features.coupons > ordinary
    ? weigh('MANY_COUPONS', {
        value: features.coupons,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(features.coupons / ordinary) / 1.5),
        text: `tried ${features.coupons} different codes`,
      })
    : null;
};

/** OAT-002 Token Cracking: coupon, voucher and gift card codes found by trying many. */
export const tokenCracking: Threat = {
  id: 'OAT-002',
  name: 'Token Cracking',
  definition:
    'Codes that are worth money (coupons, vouchers, gift cards) are found by trying many.',
  signals: [
    'many different codes in paths or queries',
    'most of them refused (4xx)',
    'codes that count up',
    'more tries than visitors of the site make, and little else',
  ],
  confounders: [
    'a promotion link that many people share: one code each',
    'people who type a code wrong or try a few found elsewhere',
  ],
  notVisible: ['codes in request bodies', 'refusals that are answered 200'],
  visibility: 'usable',
  prior: -4.6,
  concerns: ({ couponTries }) => couponTries > 0,
  rules: [
    ...actingRules,
    couponsRefused,
    manyCoupons,
    moreThanOrdinary({
      code: 'COUPON_TRIES',
      feature: 'couponTries',
      // Twice the codes a person tries, each looked at and sent. Assumption.
      floor: 2 * WRONG_CODES,
      text: (count) => `tried codes ${count} times`,
    }),
    nothingBut({
      code: 'NOTHING_BUT_COUPONS',
      count: ({ couponTries }) => couponTries,
      least: WRONG_CODES + 1,
      what: 'try codes',
    }),
    bareCrowd('coupon'),
    countsUp(({ coupons }) => coupons > WRONG_CODES),
  ],
};
