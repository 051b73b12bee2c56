/**
 * About who acts, heard by many threats. Assumptions by order of magnitude. Those about rhythm and about
 * acting without what a browser loads stand where OWASP's handbook lists "lack of end-user engagement" and
 * fixed timing as symptoms. `PART_OF_CAMPAIGN` is one because its strength already is in log-odds: those of the
 * membership, after Javed and Paxson, "Detecting Stealthy, Distributed SSH Brute-Forcing" (CCS 2013).
 */
export const actingWeights = {
  FALSE_CRAWLER_CLAIM: 6,
  VERIFIED_OPERATOR: -8,
  DECLARED_PURPOSE: -3.5,
  DECLARED_SOFTWARE: -0.5,
  BROWSES_LIKE_A_PERSON: -3.5,
  POLLS_LIKE_A_MONITOR: -4,
  ACTS_WITHOUT_BROWSER: 1.6,
  ACTS_LIKE_CLOCKWORK: 1.6,
  SOFTWARE_ACTS: 1.5,
  CONTRACTED_CLIENT: -2.5,
  FILLS_FORMS_IN_NO_TIME: 1.4,
  NEW_SESSION_EACH_TIME: 1.8,
  CHANGES_AGENT: 2.4,
  ROTATES_ADDRESSES: 2.4,
  STUCK_CLIENT: -8,
  PART_OF_CAMPAIGN: 1,
  BARE_ACTOR_CROWD: 1,
} as const;
