import { type Evidence } from './evidence.js';

/** A reason with what it came from, as recorded while its rule looked. */
export interface TracedEvidence extends Evidence {
  /**
   * What the rule read about the visitor, in order of reading: names of `VisitorFeatures`, `probes.exploit` for
   * one kind of probe, and `identity.crawler` for what is known from outside its conduct.
   */
  readonly features: readonly string[];
  /** What of the estate it was held against. */
  readonly comparedWith: readonly Comparison[];
}

/** One look at the estate that found something: the question, named after `Estate`'s, and what it was about. */
export interface Comparison {
  /** `baseline`, `profile`, `campaign`, `membership`, … */
  readonly kind: string;
  /** Such as site and feature of a baseline. */
  readonly of: readonly string[];
}
