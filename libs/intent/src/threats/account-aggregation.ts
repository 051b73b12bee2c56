import { bareCrowd } from './bare-crowd.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { actingRules } from './acting-rules.js';
import { countsUp } from './counts-up.js';
import { moreThanOrdinary } from './more-than-ordinary.js';
import { headsOf } from './heads-of.js';
import { type Threat } from './threat.js';

/** Accounts that one household logs in to. Assumption. */
const HOUSEHOLD = 4;
/** Accounts that one browser logs in to, each in a session of its own: a couple's. Assumption. */
const COUPLE = 2;

const logsInForMany: EvidenceRule = ({ features }, estate) => {
  const { assets, accounts, sessions, userAgents } = features;
  const bare = assets === 0 && servesAssets(estate.profile(features.site));
  const fresh = bare && sessions >= accounts && userAgents <= 1;
  const ordinary = fresh ? COUPLE : HOUSEHOLD * headsOf(features);
  return features.accounts > ordinary && features.loginSuccesses * 2 >= features.loginAttempts
    ? weigh('LOGS_IN_FOR_MANY', {
        value: features.accounts,
        baseline: ordinary,
        strength: Math.min(2.5, 1 + Math.log(features.accounts / ordinary)),
        text: `logs in, mostly with success, to ${features.accounts} accounts`,
      })
    : null;
};

const dayAndNight: EvidenceRule = ({ features }) =>
  features.activeHours >= 16 && features.accountReads >= 16
    ? weigh('DAY_AND_NIGHT', {
        value: features.activeHours,
        text: `reads accounts in ${features.activeHours} different hours`,
      })
    : null;

/** Refusals of account data in a day of somebody whose session ran out. Assumption. */
const RAN_OUT = 8;

const accountsRefused: EvidenceRule = ({ features }) =>
  features.accountRefusals > RAN_OUT * headsOf(features) &&
  features.accountRefusals * 4 >= features.accountReads
    ? weigh('ACCOUNTS_REFUSED', {
        value: features.accountRefusals,
        baseline: RAN_OUT,
        strength: Math.min(2.2, 1 + Math.log(features.accountRefusals / RAN_OUT) / 2),
        text: `was refused ${features.accountRefusals} accounts that it had no right to see`,
      })
    : null;

const consentedAccess: EvidenceRule = ({ features }) =>
  features.apiClient !== '' &&
  features.loginAttempts === 0 &&
  features.accountRefusals * 4 < Math.max(1, features.accountReads)
    ? weigh('CONSENTED_ACCESS', {
        value: features.apiClient,
        text: 'reads accounts through the interface made for it, as the client it is registered as',
      })
    : null;

/** Nearly all customers do, and of the addresses of those who act for many perhaps one in five: five to one. Assumption. */
const oneAccount: EvidenceRule = ({ features }) =>
  features.accounts === 1 && features.loginSuccesses > 0
    ? weigh('ONE_ACCOUNT', {
        value: features.accounts,
        baseline: HOUSEHOLD,
        text: 'logs in to one account alone, as its owner does',
      })
    : null;

/** Accounts one after the other; a customer has a few, whose numbers may follow each other. Assumption. */
const A_RUN = 20;

/** OAT-020 Account Aggregation: an intermediary acting for many accounts by screen scraping. With consent and a registered client it is benign, see `purposes`. */
export const accountAggregation: Threat = {
  id: 'OAT-020',
  name: 'Account Aggregation',
  definition:
    'One intermediary uses the credentials of many people to read and combine their accounts, past the interface made for it.',
  signals: [
    'one visitor logs in to many accounts with success',
    'account after account read, day and night',
    'accounts refused',
    'pages without what a browser would load',
  ],
  confounders: [
    'licensed services working through their own client and consent',
    'offices and households behind one address',
    'customers whose browsers load nothing, each with an account of its own',
  ],
  notVisible: ['consents and contracts', 'where credentials are kept'],
  visibility: 'strong',
  prior: -4.6,
  concerns: ({ accountReads, accounts }) => accountReads + accounts > 0,
  rules: [
    ...actingRules,
    bareCrowd('aggregation'),
    logsInForMany,
    moreThanOrdinary({
      code: 'SWEEPS_ACCOUNTS',
      feature: 'accountPaths',
      // Account pages that one customer opens in a day. Assumption.
      floor: 60,
      text: (count) => `read ${count} different accounts and account pages`,
    }),
    dayAndNight,
    accountsRefused,
    countsUp(({ accountPaths, apiClient }) => accountPaths >= A_RUN && apiClient === ''),
    consentedAccess,
    oneAccount,
  ],
};
