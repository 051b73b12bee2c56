/** Credential cracking and stuffing, fake accounts (OAT-007, OAT-008, OAT-019). Assumptions by order of magnitude. */
export const loginWeights = {
  LOGIN_FAILURES: 1.7,
  KEEPS_TRYING: 1,
  NEVER_LOGS_IN: 1,
  BARE_LOGIN: 2,
  NOTHING_BUT_LOGIN: 1.2,
  MANY_ACCOUNTS: 1.3,
  LOGIN_FAILURE_CROWD: 1.7,
  LOGS_IN_LIKE_OTHERS: -3,
  GUESSES_CODES: 2,
  TOKENS_REFUSED: 1.8,
  RESETS_MORE: 1.8,
  NOTHING_BUT_RESETS: 1.5,
  REGISTERS_MORE: 2.6,
  NOTHING_BUT_REGISTRATION: 1.5,
  ACCOUNTS_LEFT_UNUSED: 1.2,
  REGISTERS_UNSEEN: 1.8,
} as const;
