import { type Purpose } from './purpose.js';

/**
 * Account aggregation with consent: a registered client reads the accounts of people who agreed, through the
 * interface made for it. What sets it apart from OAT-020: it never logs in as them, and it is not refused.
 */
export const consentedAggregation: Purpose = {
  id: 'aggregation',
  definition:
    'A registered client reads accounts or starts payments for people who agreed, through the interface made for it.',
  shows: ({ features }) =>
    features.apiClient !== '' &&
    features.loginAttempts === 0 &&
    features.accountReads + features.consents + features.tokenRequests > 0 &&
    features.accountRefusals * 4 < Math.max(4, features.accountReads),
};
