/**
 * What the visitors of a campaign do alike, by the roles of the paths they go to. `reading` covers items,
 * listings and other pages; `probing` paths that do not exist.
 */
export type CampaignKind =
  | 'login'
  | 'register'
  | 'reset'
  | 'otp'
  | 'coupon'
  | 'payment'
  | 'payee'
  | 'consent'
  | 'token'
  | 'accounts'
  | 'contribution'
  | 'vote'
  | 'bid'
  | 'cart'
  | 'checkout'
  | 'challenge'
  | 'search'
  | 'reading'
  | 'probing';
