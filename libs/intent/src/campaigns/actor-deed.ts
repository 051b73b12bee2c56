/**
 * What crowds of programs do one visitor at a time; logins and reading have groups of their own. `probing` are paths that
 * do not exist, `mapping` interfaces that do not; `aggregation` is logging in and reading the account, `holding` putting
 * something into the cart, however little, and no more; `collecting` is opening page after page.
 */
export type ActorDeed =
  | 'register'
  | 'otp'
  | 'coupon'
  | 'payment'
  | 'payee'
  | 'contribution'
  | 'vote'
  | 'bid'
  | 'cart'
  | 'holding'
  | 'checkout'
  | 'challenge'
  | 'search'
  | 'probing'
  | 'mapping'
  | 'aggregation'
  | 'collecting';
