import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { type Evidence } from './evidence.js';
import { type EvidenceRule } from './evidence-rule.js';

/** The evidence that a list of rules sees, in the order of the rules. */
export function observe(
  rules: readonly EvidenceRule[],
  visitor: Visitor,
  estate: Estate,
): readonly Evidence[] {
  return rules.flatMap((rule) => rule(visitor, estate) ?? []);
}
