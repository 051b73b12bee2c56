import { quantileOf } from '../baseline.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { headsOf } from './heads-of.js';
import { nothingBut } from './nothing-but.js';

/** After three declines people pay another way or leave. Source: oat-signals, "retry after decline (1–3)"; one to spare. */
const RETRIES = 4;

const paymentsDeclined: EvidenceRule = ({ features }, estate) => {
  const { payments, paymentFailures } = features;
  const baseline = estate.baseline(features.site, 'paymentFailures');
  const usual = baseline === null ? 0 : 3 * quantileOf(baseline, 0.75);
  const ordinary = Math.max(RETRIES, usual) * headsOf(features);
  if (paymentFailures < 2 || paymentFailures <= usual * headsOf(features)) return null;
  if (paymentFailures * 2 < payments) return null;
  return weigh('PAYMENTS_DECLINED', {
    value: paymentFailures,
    baseline: ordinary,
    strength: Math.max(0.4, Math.min(3, 1 + Math.log(paymentFailures / ordinary))),
    text: `${paymentFailures} of its ${payments} payments were declined; people give up after about ${ordinary}`,
  });
};

const paysLikeOthers: EvidenceRule = ({ features }) =>
  features.payments > features.paymentFailures && features.paymentFailures * 3 <= features.payments
    ? weigh('PAYS_LIKE_OTHERS', {
        value: features.payments - features.paymentFailures,
        text: `${features.payments - features.paymentFailures} of its ${features.payments} payments went through`,
      })
    : null;

/** What payments say of a visitor, shared by carding and card cracking. */
export const payingRules: readonly EvidenceRule[] = [
  paymentsDeclined,
  paysLikeOthers,
  nothingBut({
    code: 'NOTHING_BUT_PAYMENTS',
    count: ({ payments }) => payments,
    least: 4,
    what: 'pay',
  }),
];
