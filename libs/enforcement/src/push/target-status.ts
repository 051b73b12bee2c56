import { type TargetFailure } from './target-failure.js';

/** How a target stands, for people and metrics. */
export interface TargetStatus {
  readonly name: string;
  readonly kind: string;
  /**
   * `starting`: the verdicts are not read yet; `held_back`: a large change waits to be confirmed; `failing`: it keeps
   * what it had.
   */
  state: 'starting' | 'in_step' | 'held_back' | 'failing';
  /** Entries of ours at the target, as last read or written. */
  entries: number;
  /** Blocks that did not fit, and their share of the worth of all. */
  dropped: number;
  droppedShare: number;
  /** Verdicts that this target cannot say or must not get, by reason. */
  leftOut: Readonly<Record<string, number>>;
  /** Why a change is held back; null where none is. */
  heldBack: string | null;
  /** Milliseconds since the epoch; 0 for never. */
  lastSuccess: number;
  failures: number;
  lastFailure: (TargetFailure & { readonly at: number }) | null;
  /** When the target is tried again after a failure; 0 for as usual. */
  notBefore: number;
}
