/**
 * Scalping, expediting, sniping and denial of inventory (OAT-005, -006, -013, -021). Assumptions by order of
 * magnitude; what they look for are the symptoms in OWASP's handbook.
 */
export const stockWeights = {
  POLLS_ONE_ITEM: 2,
  POLLS_FOR_STOCK: 2,
  BUYS_REPEATEDLY: 2,
  CHECKS_OUT_FASTER: 2.4,
  SKIPS_STEPS: 1.5,
  UNUSUAL_WALK: 1.5,
  BIDS_MORE: 2.2,
  BIDS_UNSEEN: 1.8,
  WATCHES_TO_THE_LAST: 1.6,
  HOLDS_WITHOUT_BUYING: 2.2,
  NOTHING_BUT_CARTS: 1.5,
  HOLDS_THE_SAME: 2.6,
  HOLDS_AGAIN_AND_AGAIN: 1.2,
} as const;
