/** Every path role, in no order. */
export const PATH_ROLES = [
  'login',
  'register',
  'reset',
  'otp',
  'token',
  'payment',
  'payee',
  'consent',
  'accounts',
  'search',
  'item',
  'cart',
  'checkout',
  'coupon',
  'listing',
  'asset',
  'challenge',
  'contribution',
  'vote',
  'bid',
  'api',
  'feed',
  'health',
  'other',
] as const;

/** What a path is for. Told by name and method, learned from use where these say nothing, overridable by policy. */
export type PathRole = (typeof PATH_ROLES)[number];
