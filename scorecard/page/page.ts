import { type SetScore } from '../scoring/set-score.js';
import { type Target } from './targets.js';

/** The scorecard: everything that is printed, as data. */
export interface Page {
  /** The command that prints it again. */
  readonly command: string;
  /** What was judged by: commit of the repository, or '' outside one. */
  readonly commit: string;
  readonly stepMinutes: number;
  readonly sets: readonly SetScore[];
  /** All sets of an origin and variant taken together, one visitor one vote. */
  readonly pooled: readonly SetScore[];
  readonly targets: readonly Target[];
  /** Data sets that were not in the folder. */
  readonly absent: readonly string[];
  /** Data sets that could not be judged, and why. */
  readonly failed: readonly { readonly name: string; readonly why: string }[];
}
