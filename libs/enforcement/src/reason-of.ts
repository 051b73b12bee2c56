import { type TracedEvidence } from '#libs/intent';
import { type VerdictReason } from './verdict-message.js';

/** A reason as consumers and analysts read it. */
export function reasonOf(evidence: TracedEvidence): VerdictReason {
  const { code, text, weight, value, baseline, features, comparedWith } = evidence;
  return { code, text, weight, value, baseline, features, compared_with: comparedWith };
}
