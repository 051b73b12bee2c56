import { type CampaignKind } from './campaign-kind.js';

/** That a site sees more of something than its history and the rest of the day explain. Counts are of 24 hours. */
export interface Excess {
  readonly site: string;
  readonly kind: CampaignKind;
  /** `bad`: too many of those who act end badly or act bare; `actors`: too many of the visitors act at all. */
  readonly measure: 'bad' | 'actors';
  readonly observed: number;
  readonly expected: number;
  /** Addresses more than usual that act at all, and how far that may stray (one standard deviation). */
  readonly moreActors: number;
  readonly actorSpread: number;
  /** Start of the hour in which the aggregate left its baseline, milliseconds since the epoch. */
  readonly start: number;
}
