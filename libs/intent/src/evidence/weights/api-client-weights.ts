/**
 * About those behind API clients (open banking). Assumptions by order of magnitude: how far somebody exceeds what one person
 * behind any client does counts by its logarithm, so that a few above the limit are not enough by themselves.
 */
export const apiClientWeights = {
  STRANGE_ACCOUNTS: 2.5,
  HARDLY_EVER_SERVED: 1.5,
  ASKS_FOR_THE_SAME_AGAIN: -3,
  ABANDONS_CONSENTS: 2.5,
  NOTHING_BUT_CONSENTS: 1.5,
  TOKENS_PROBED: 2.2,
  MANY_TOKENS_TRIED: 1.2,
  NOTHING_BUT_TOKENS: 1.5,
  CUSTOMER_LOGINS_FAIL: 2.2,
  CUSTOMERS_TRIED: 1.3,
  COSTS_WITHOUT_PAYMENT: 2.4,
  OTHERS_DO_THE_SAME: 1,
  CLIENT_FAILS_ALIKE: -5,
  NEARLY_ALL_BEHIND_IT: 6,
} as const;
