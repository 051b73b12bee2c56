import { type Networks } from '../networks/networks.js';
import { type CrawlerRanges } from '../ranges/crawler-ranges.js';
import { type DataSet, type RefusedFile } from './data-set.js';

/** Everything enrichment looks into, as it was loaded. Immutable. */
export interface ReferenceData {
  readonly networks: Networks;
  readonly crawlers: CrawlerRanges;
  /** What is in force, one entry a data set. */
  readonly sets: readonly DataSet[];
  /** Files of the operator's that are not used. */
  readonly refused: readonly RefusedFile[];
}
