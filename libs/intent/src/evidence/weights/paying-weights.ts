/**
 * Carding, token cracking, cost inflation, CAPTCHA defeat, card cracking and cashing out (OAT-001, -002, -003,
 * -009, -010, -012). Assumptions by order of magnitude; what they look for are the symptoms in OWASP's handbook.
 */
export const payingWeights = {
  PAYMENTS_DECLINED: 2,
  NOTHING_BUT_PAYMENTS: 1.8,
  PAYS_WITHOUT_SHOPPING: 1.5,
  MANY_PAYMENT_SESSIONS: 1.5,
  FRESH_BASKETS: 1.5,
  ONE_BASKET_MANY_CARDS: 2,
  PAYS_IN_THE_END: 1,
  PAYS_LIKE_OTHERS: -2,
  COUPONS_REFUSED: 2,
  MANY_COUPONS: 1.8,
  COUPON_TRIES: 1.5,
  NOTHING_BUT_COUPONS: 1.2,
  CODES_NEVER_CHECKED: 2.4,
  NOTHING_BUT_CODES: 1.5,
  SOLVES_MANY_CHALLENGES: 2.2,
  FAILS_CHALLENGES: 1.6,
  SOLVES_UNSEEN: 2.2,
  NOTHING_BUT_CHALLENGES: 1.2,
  PAYS_RIGHT_AFTER_LOGIN: 2.6,
  MANY_PAYEES: 1.8,
  PAYS_FROM_MANY_ACCOUNTS: 2.2,
  PAYS_AFTER_STUFFING: 2.2,
} as const;
