import { type Baseline } from './baseline.js';
import { type Campaign } from './campaigns/campaign.js';
import { type Membership } from './campaigns/membership.js';
import { type Inquiry } from './evidence/inquiry.js';
import { type FittedWeights } from './fitting/fitted-weights.js';
import { type SiteProfile } from './site-profile.js';

/** Everything a visitor is compared with: the whole estate in the same window. */
export interface Estate {
  /** Half-open window in milliseconds since the epoch; `to` is the as-of instant. */
  readonly from: number;
  readonly to: number;
  baseline(site: string, feature: BaselineFeature): Baseline | null;
  profile(site: string): SiteProfile | null;
  /** The campaign that a behavioural group belongs to, by the group's name. */
  campaignOf(cell: string): Campaign | null;
  /** The campaign that the visitor of an address takes part in by its own traits, and how likely that is. */
  membershipOf(address: string): Membership | null;
  /** Weights that replace the assumed ones; undefined where the assumed ones hold. */
  readonly weights?: FittedWeights | undefined;
  /** Asks how a judgement comes about; undefined in an ordinary cycle. */
  readonly inquiry?: Inquiry<Estate> | undefined;
}

/** Features whose distribution over the estate is kept. */
export const baselineFeatures = [
  'requests',
  'distinctPages',
  'peakMinute',
  'unreferredNotFound',
  'loginFailures',
  'searches',
  'otpRequests',
  'couponTries',
  'payments',
  'paymentFailures',
  'registrations',
  'resets',
  'contributions',
  'votes',
  'cartAdds',
  'bids',
  'challenges',
  'accountPaths',
  'consents',
  'tokenFailures',
  'pathSurprise',
  'transitionSurprise',
  'bytesOut',
  'serviceTimeMs',
  'topItem',
  'topAction',
  'distinctTemplates',
] as const;

export type BaselineFeature = (typeof baselineFeatures)[number];
