/**
 * How far a campaign has come: it looks around (`reconnaissance`: pages of the place it attacks, without
 * an act), acts (`attempt`), gets what it wants for the first time (`success`: a login, payment or coupon
 * answered 2xx or 3xx), and makes use of it (`use`: account data, payments or payees by a member after
 * its success).
 */
export interface CampaignPhase {
  readonly name: 'reconnaissance' | 'attempt' | 'success' | 'use';
  /** The first request of the phase, milliseconds since the epoch. */
  readonly first: number;
  readonly requests: number;
  /** Members that took part in it. */
  readonly visitors: number;
}
