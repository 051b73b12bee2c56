import { type Baseline } from '../baseline.js';

/** A baseline as it was counted in one window, before it is blended with anything. */
export interface CountedBaseline extends Baseline {
  /** Who was counted: visitors that load the site's assets, or everybody where next to nobody does. */
  readonly basis: 'dressed' | 'everybody';
}
