import { type EvidenceCode } from './evidence-code.js';

/**
 * A reason that weighs for or against a conclusion about one visitor.
 *
 * Weights are natural-log odds: +0.7 doubles the odds, +2.3 multiplies them by ten, negative ones
 * speak against. They add up with the prior of what they argue for.
 */
export interface Evidence {
  readonly code: EvidenceCode;
  /** The reason in plain words, with the visitor's own figures. */
  readonly text: string;
  readonly weight: number;
  /** What was measured about the visitor. */
  readonly value: number | string;
  /** What is ordinary in this estate, or null where the fact needs no comparison. */
  readonly baseline: number | string | null;
}
