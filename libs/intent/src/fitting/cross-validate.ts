import { assignFolds } from './assign-folds.js';
import { type FittingTerms } from './fitting-terms.js';
import { type LabelledEvidence } from './labelled-evidence.js';
import { type Learner } from './learner.js';
import { type ProbabilityEstimate } from './probability-estimate.js';

/** An estimate about one labelled visitor that was held back from what it was estimated with. */
export interface HeldBackEstimate<L extends LabelledEvidence> extends ProbabilityEstimate {
  readonly labelled: L;
}

/** Estimates for all labelled visitors, each learned from the other parts only. */
export function crossValidate<L extends LabelledEvidence>(
  labelled: readonly L[],
  terms: FittingTerms,
  learn: Learner,
): HeldBackEstimate<L>[] {
  return heldBack(labelled, terms, learn).map(({ one, value }) => ({
    labelled: one,
    probability: value,
    isTrue: one.isTrue,
  }));
}

/** What is said of each when learned from the others. Members of one group share a fold, folds have an equal
 * mix of kinds; or the families are held back one by one. */
export function heldBack<L extends LabelledEvidence>(
  labelled: readonly L[],
  terms: FittingTerms,
  learn: (train: readonly LabelledEvidence[]) => (one: LabelledEvidence) => number,
): { one: L; value: number }[] {
  const partOf: readonly (number | string)[] =
    terms.purpose === 'any' ? labelled.map(({ family }) => family) : foldsOf(labelled, terms);
  return [...new Set(partOf)].flatMap((part) => {
    const say = learn(labelled.filter((_one, i) => partOf[i] !== part));
    return labelled
      .filter((_one, i) => partOf[i] === part)
      .map((one) => ({ one, value: say(one) }));
  });
}

const foldsOf = (labelled: readonly LabelledEvidence[], { folds }: FittingTerms): number[] =>
  assignFolds(labelled, folds, {
    groupOf: ({ group }) => group,
    stratumOf: ({ kind }) => kind,
  });
