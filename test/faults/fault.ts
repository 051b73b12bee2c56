import { type Finding } from './oracle/finding.js';
import { type Trial } from './trial.js';

/** One way in which things break, and the proof that nothing is lost or doubled by it. */
export interface Fault {
  /** As in the fault table: F1. */
  readonly id: string;
  /** As on the command line: worker-killed. */
  readonly name: string;
  /** One line for the list. */
  readonly what: string;
  /** How often the fault is injected: by default, and in the short form. */
  readonly injections: { readonly full: number; readonly short: number };
  /** Left out of the short form of the whole suite: it takes minutes however few its injections are. */
  readonly isLong?: boolean;
  /** Hurts brokers, so it brings its own. */
  readonly ownBrokers?: boolean;
  run(trial: Trial): Promise<Finding>;
}
