import { type Estate } from '../../estate.js';
import { type EvidenceCode } from '../../evidence/evidence-code.js';
import { type Policy } from '../../policy/policy.js';
import { disregarding } from './disregarding.js';
import { judgeOne, type JudgedGroup } from './judged-group.js';
import { differs, type Outcome, outcomeOf } from './outcome.js';

/** What would have been concluded without some of the reasons. */
export interface WithoutReasons {
  readonly without: readonly EvidenceCode[];
  readonly outcome: Outcome;
}

/** Sets of more reasons are not tried one by one. */
const LARGEST_SET = 3;
/** Of so many reasons for it, the weightiest: 12 give 298 sets. */
const MOST_REASONS = 12;

/**
 * The smallest sets of reasons without which action or stance would have come out otherwise: none of them holds
 * another. Each is found by judging again with these reasons left out everywhere, nature and every intent
 * included, not by arithmetic on the sum. Where no set of three is enough, the weightiest reasons that are,
 * taken together, are the one answer.
 */
export function missingReasons(
  group: JudgedGroup,
  estate: Estate,
  policy: Policy,
): readonly WithoutReasons[] {
  const judgement = judgeOne(group, estate);
  const outcome = outcomeOf(judgement, policy);
  const codes = [
    ...new Set(judgement.evidence.filter(({ weight }) => weight > 0).map(({ code }) => code)),
  ].slice(0, MOST_REASONS);
  const without = (set: readonly EvidenceCode[]): WithoutReasons => ({
    without: set,
    outcome: outcomeOf(judgeOne(group, disregarding(estate, new Set(set))), policy),
  });
  const found: WithoutReasons[] = [];
  for (let size = 1; size <= Math.min(LARGEST_SET, codes.length); size += 1) {
    const fresh = setsOf(codes, size).filter((set) => !found.some((known) => holds(set, known)));
    found.push(...fresh.map(without).filter((one) => differs(one.outcome, outcome)));
  }
  return found.length > 0 ? found : weightiest(codes, without, outcome);
}

function weightiest(
  codes: readonly EvidenceCode[],
  without: (set: readonly EvidenceCode[]) => WithoutReasons,
  outcome: Outcome,
): readonly WithoutReasons[] {
  for (let size = LARGEST_SET + 1; size <= codes.length; size += 1) {
    const one = without(codes.slice(0, size));
    if (differs(one.outcome, outcome)) return [one];
  }
  return [];
}

/** Every choice of `size` items, in order. */
function setsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    setsOf(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

function holds(set: readonly EvidenceCode[], { without }: WithoutReasons): boolean {
  return without.every((code) => set.includes(code));
}
