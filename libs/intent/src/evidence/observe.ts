import { type Estate } from '../estate.js';
import { reweigh } from '../fitting/reweigh.js';
import { type Visitor } from '../visitor.js';
import { addsUp } from './adds-up.js';
import { type Evidence } from './evidence.js';
import { type EvidenceRule } from './evidence-rule.js';

/** The evidence that a list of rules sees, in the order of the rules, at fitted weights where there are any. */
export function observe(
  rules: readonly EvidenceRule[],
  visitor: Visitor,
  estate: Estate,
): readonly Evidence[] {
  const { weights, inquiry } = estate;
  const seen = inquiry?.observe(rules, visitor, estate) ?? seenBy(rules, visitor, estate);
  const evidence = ofThis(visitor, seen);
  return weights === undefined ? evidence : evidence.map((one) => reweigh(one, weights));
}

/** Reasons that hang on how many there may be behind the visitor's key say nothing. */
function ofThis(
  { features: { keyType } }: Visitor,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  if (keyType !== 'prefix') return evidence;
  return evidence.filter(({ code }) => !addsUp(code, keyType));
}

const NONE: readonly Evidence[] = [];

/** Most rules see nothing in most visitors: nothing is allocated for those. */
function seenBy(
  rules: readonly EvidenceRule[],
  visitor: Visitor,
  estate: Estate,
): readonly Evidence[] {
  let seen: Evidence[] | null = null;
  for (const rule of rules) {
    const evidence = rule(visitor, estate);
    if (evidence === null) continue;
    if (seen === null) seen = [evidence];
    else seen.push(evidence);
  }
  return seen ?? NONE;
}
