/** Skewing and spamming (OAT-016, OAT-017). Assumptions by order of magnitude, after the symptoms in OWASP's handbook. */
export const contentWeights = {
  VOTES_MORE: 2.2,
  VOTES_FOR_ONE: 1.6,
  NOTHING_BUT_VOTES: 1.6,
  CONTRIBUTES_MORE: 2,
  CONTRIBUTES_UNREAD: 2.6,
  CONTRIBUTIONS_REFUSED: 1.6,
  NOTHING_BUT_CONTRIBUTIONS: 1.8,
} as const;
