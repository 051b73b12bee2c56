import { type Action } from '../decision/action.js';

/** What policy makes of a judgement. */
export interface Decision {
  readonly action: Action;
  readonly mode: 'enforce' | 'simulate';
  /** The strictest action that may be taken against this key just now, also by what was decided before. */
  readonly atMost: Action;
  /** The part of the policy that decided: `default`, `allow.addresses`, `rules.logins`, `shared_keys`, … */
  readonly because: string;
}
