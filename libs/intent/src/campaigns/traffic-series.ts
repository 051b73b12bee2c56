import { type CampaignKind } from './campaign-kind.js';

/** How many did one thing at one site, hour by hour without gaps: rows of `campaign-series`, filled up with zeros. */
export interface TrafficSeries {
  readonly site: string;
  readonly kind: CampaignKind;
  /** Start of the first hour, milliseconds since the epoch. */
  readonly from: number;
  /** Addresses that did it, hour by hour. */
  readonly actors: readonly number[];
  /** Those of them with a bad outcome, or, where the log tells no outcome, those that act bare: no assets, no links. */
  readonly bad: readonly number[];
  /** All addresses seen at the site, whatever they did. */
  readonly visitors: readonly number[];
}
