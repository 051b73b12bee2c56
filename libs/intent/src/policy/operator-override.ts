import { type Action } from '../decision/action.js';
import { type VisitorKeyType } from '../visitor-features.js';

/** What a person decided about one visitor key. It holds over rules and caps; only allow rules hold over it. */
export interface OperatorOverride {
  readonly keyType: VisitorKeyType;
  readonly key: string;
  readonly action: Action;
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly by: string;
  readonly reason: string;
}
