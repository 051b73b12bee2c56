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
  | 'consent'
  | 'token'
  | 'accounts'
  | 'contribution'
  | 'vote'
  | 'cart'
  | 'search'
  | 'reading'
  | 'probing';
