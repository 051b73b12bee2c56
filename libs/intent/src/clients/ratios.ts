import { type ClientFigures } from './client-figures.js';

/** A ratio by which API clients are compared: so many of how many. */
export interface Ratio {
  readonly name: RatioName;
  /** What it is, for people. */
  readonly text: string;
  /** Whether it is a share of calls, between 0 and 1, and so has the noise of one. */
  readonly isShare: boolean;
  readonly part: (figures: ClientFigures) => number;
  readonly whole: (figures: ClientFigures) => number;
}

type RatioName =
  | 'error_share'
  | 'refusal_share'
  | 'token_failure_share'
  | 'abandoned_consents'
  | 'unpaid_share'
  | 'accounts_per_consent'
  | 'calls_per_account'
  | 'cost_per_call';

/** Higher is worse for all of them. */
export const ratios: readonly Ratio[] = [
  {
    name: 'error_share',
    text: 'calls answered 4xx or 5xx',
    isShare: true,
    part: ({ clientErrors, serverErrors }) => clientErrors + serverErrors,
    whole: ({ requests }) => requests,
  },
  {
    name: 'refusal_share',
    text: 'calls for account data answered 4xx',
    isShare: true,
    part: ({ accountCallsRefused }) => accountCallsRefused,
    whole: ({ accountCalls }) => accountCalls,
  },
  {
    name: 'token_failure_share',
    text: 'token requests refused',
    isShare: true,
    part: ({ tokenFailures }) => tokenFailures,
    whole: ({ tokenRequests }) => tokenRequests,
  },
  {
    name: 'abandoned_consents',
    text: 'consents created and neither authorised nor used',
    isShare: true,
    part: ({ consentsCreated, newConsents, authorisations, payments }) =>
      Math.max(0, consentsCreated - Math.max(newConsents, authorisations, payments)),
    whole: ({ consentsCreated }) => consentsCreated,
  },
  {
    name: 'unpaid_share',
    text: 'calls that cost the bank money without a payment',
    isShare: true,
    part: ({ paidCalls, payments }) => Math.max(0, paidCalls - payments),
    whole: ({ paidCalls }) => paidCalls,
  },
  {
    name: 'accounts_per_consent',
    text: 'accounts asked for under one consent',
    isShare: false,
    part: ({ consentAccounts }) => consentAccounts,
    whole: ({ consents }) => consents,
  },
  {
    name: 'calls_per_account',
    text: 'calls for account data an account',
    isShare: false,
    part: ({ consentCalls }) => consentCalls,
    whole: ({ consentAccounts }) => consentAccounts,
  },
  {
    name: 'cost_per_call',
    text: 'milliseconds of the estate’s time a call',
    isShare: false,
    part: ({ serviceTimeMs }) => serviceTimeMs,
    whole: ({ requests }) => requests,
  },
];
