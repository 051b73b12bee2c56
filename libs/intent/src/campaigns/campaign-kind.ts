/**
 * What the visitors of a campaign do alike, by the roles of the paths they go to. `reading` covers items,
 * listings and other pages; `probing` paths that do not exist, `mapping`
 * interfaces that do not; `aggregation` is logging in and reading the account, `holding` putting
 * something into the cart, however little, and no more.
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
  | 'aggregation'
  | 'contribution'
  | 'vote'
  | 'bid'
  | 'cart'
  | 'holding'
  | 'checkout'
  | 'challenge'
  | 'search'
  | 'reading'
  | 'probing'
  | 'mapping';
