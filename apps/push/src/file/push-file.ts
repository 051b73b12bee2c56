import { type TargetKind } from '../targets/target-kind.js';
import { type TargetDescription } from './target-description.js';

/** A target as the file describes it. */
export interface DescribedTarget {
  readonly kind: TargetKind;
  readonly description: TargetDescription;
}

export interface PushFile {
  /** Addresses and blocks that are never pushed. */
  readonly never: readonly string[];
  readonly targets: readonly DescribedTarget[];
}
