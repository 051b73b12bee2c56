import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { actingRules } from './acting-rules.js';
import { headsOf } from './heads-of.js';
import { type Threat } from './threat.js';

/** Login, payee, payment: a person reads and types in between. Milliseconds; assumption. */
const HURRY = 20_000;

const rightAfterLogin: EvidenceRule = ({ features }) =>
  features.loginToPaymentMs !== null &&
  features.loginToPaymentMs < HURRY &&
  features.payees > 0 &&
  features.apiClient === ''
    ? weigh('PAYS_RIGHT_AFTER_LOGIN', {
        value: features.loginToPaymentMs,
        baseline: HURRY,
        strength: Math.min(1.8, 1 + Math.log(HURRY / Math.max(1, features.loginToPaymentMs)) / 3),
        text: `added a payee or paid ${(features.loginToPaymentMs / 1000).toFixed(1)} s after logging in`,
      })
    : null;

/** New payees of one person in a day. Assumption. */
const NEW_PAYEES = 3;

const manyPayees: EvidenceRule = ({ features }) => {
  const ordinary = NEW_PAYEES * headsOf(features);
  return features.payees > ordinary && features.apiClient === ''
    ? weigh('MANY_PAYEES', {
        value: features.payees,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(features.payees / ordinary)),
        text: `added ${features.payees} payees or addresses`,
      })
    : null;
};

/** Accounts of a household. Assumption. */
const HOUSEHOLD = 3;

const fromManyAccounts: EvidenceRule = ({ features }) => {
  const ordinary = HOUSEHOLD * headsOf(features);
  return features.accounts > ordinary &&
    features.payments + features.payees > ordinary &&
    features.loginSuccesses > 0
    ? weigh('PAYS_FROM_MANY_ACCOUNTS', {
        value: features.accounts,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(features.accounts / ordinary)),
        text: `logged in to ${features.accounts} accounts and paid from them`,
      })
    : null;
};

const afterStuffing: EvidenceRule = ({ features }, estate) => {
  if (features.loginSuccesses === 0 || features.payments + features.payees === 0) return null;
  const campaign =
    estate.campaignOf(features.loginCell) ?? estate.membershipOf(features.address)?.campaign;
  return campaign?.threat === 'OAT-008' || campaign?.threat === 'OAT-001'
    ? weigh('PAYS_AFTER_STUFFING', {
        value: campaign.observed,
        baseline: campaign.expected,
        text: `pays after logging in as a crowd of ${campaign.observed} others tries to (${campaign.traits})`,
      })
    : null;
};

/** OAT-012 Cashing Out: stolen accounts and cards turned into money or goods. */
export const cashingOut: Threat = {
  id: 'OAT-012',
  name: 'Cashing Out',
  definition: 'Stolen accounts and cards that proved valid are turned into money or goods.',
  signals: [
    'login, new payee or address, payment within seconds',
    'many accounts paid from by one visitor',
    'new payees one after the other',
    'an earlier campaign against logins or cards that this visitor belongs to',
  ],
  confounders: [
    'families behind one address',
    'people on holiday, who come from elsewhere than usual',
    'payment services acting for their customers',
  ],
  notVisible: ['amounts', 'who gets the money', 'chargebacks'],
  visibility: 'weak',
  prior: -5,
  concerns: ({ payments, payees }) => payments + payees > 0,
  rules: [
    ...actingRules,
    rightAfterLogin,
    manyPayees,
    fromManyAccounts,
    afterStuffing,
    bareCrowd('payee'),
  ],
};
