import { type TargetFailure } from './target-failure.js';

/** What was taken out of a target; a report to the process that asked. */
export interface ReleasedTarget {
  readonly type: 'push-release';
  readonly target: string;
  readonly kind: string;
  /** Entries of ours before and after. */
  readonly held: number;
  readonly left: number;
  /** One line each, as sent. */
  readonly requests: readonly string[];
  readonly failure: TargetFailure | null;
}
