import { type CampaignKind } from './campaign-kind.js';

/** What crowds of programs do one visitor at a time; logins and reading have groups of their own. */
export type ActorDeed = Extract<
  CampaignKind,
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
>;
