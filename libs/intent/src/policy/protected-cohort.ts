import { type PathRole } from '#libs/traffic';
import { type Action } from '../decision/action.js';

/** People known from before, whom a mistake would hurt most: whoever succeeded at one of `roles`. */
export interface ProtectedCohort {
  readonly name: string;
  readonly roles: readonly PathRole[];
  /** It was at most so long ago, and at least so long, so that an attack does not protect itself. Milliseconds. */
  readonly withinMs: number;
  readonly beforeMs: number;
  readonly atMost: Action;
}
