import { type TargetFailure } from './target-failure.js';

/** What a target would be sent now; a report to the process that asked. */
export interface CheckedTarget {
  readonly type: 'push-check';
  readonly target: string;
  readonly kind: string;
  readonly held: number;
  readonly wanted: number;
  readonly dropped: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly heldBack: string | null;
  /** One line each. */
  readonly requests: readonly string[];
  /** Why it cannot be said; null where it could. */
  readonly failure: TargetFailure | null;
}
