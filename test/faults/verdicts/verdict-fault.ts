import { type Store } from '#libs/store';
import { type StepTraffic } from './attack-log.js';
import { type Conditions } from './guarded-analysis.js';

/** One way in which verdicts go wrong, and how it is repaired. */
export interface VerdictFault {
  readonly name: string;
  /** What the alert has to say. */
  readonly reason: string;
  /** Who comes in the step that goes wrong; the usual traffic without. */
  readonly traffic?: StepTraffic;
  readonly conditions?: () => Conditions;
  /** Before the cycle that goes wrong, and after it. */
  readonly inject?: (ground: Ground) => Promise<void>;
  readonly repair?: (ground: Ground) => Promise<void>;
}

/** What a fault is done to. */
export interface Ground {
  /** As administrator. */
  readonly store: Store;
  /** A user who may read some views and nothing else. */
  readonly analyst: Store;
  readonly conditions: Conditions;
}
