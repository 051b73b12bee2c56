import { type Estate } from '../estate.js';
import { type EvidenceCode } from '../evidence/evidence-code.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { natureRules } from '../nature/nature-rules.js';
import { threats } from '../threats/threats.js';
import { type Visitor } from '../visitor.js';
import { strengthOf } from './reweigh.js';

/** How strongly each reason shows, by the question it answers: `nature`, or a threat's id. */
export type StrengthsByQuestion = Readonly<
  Record<string, Readonly<Partial<Record<EvidenceCode, number>>>>
>;

/** Every reason seen about a visitor, whatever came of it; questions that no reason speaks to are left out. */
export function strengthsByQuestion(visitor: Visitor, estate: Estate): StrengthsByQuestion {
  const questions: [string, readonly EvidenceRule[]][] = [
    ['nature', natureRules],
    ...threats.map(({ id, rules }): [string, readonly EvidenceRule[]] => [id, rules]),
  ];
  const strengths = questions.map(
    ([question, rules]) => [question, strengthsOf(rules, visitor, estate)] as const,
  );
  return Object.fromEntries(strengths.filter(([, seen]) => Object.keys(seen).length > 0));
}

function strengthsOf(
  rules: readonly EvidenceRule[],
  visitor: Visitor,
  estate: Estate,
): Partial<Record<EvidenceCode, number>> {
  const evidence = rules.flatMap((rule) => rule(visitor, estate) ?? []);
  return Object.fromEntries(
    evidence.map((one) => [one.code, Math.round(strengthOf(one) * 1000) / 1000]),
  );
}
