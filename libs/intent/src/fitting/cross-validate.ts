import { assignFolds } from './assign-folds.js';
import { type LabelledEvidence } from './labelled-evidence.js';
import { type Learner } from './learner.js';
import { type ProbabilityEstimate } from './probability-estimate.js';

/** An estimate about one labelled visitor that was held back from what it was estimated with. */
export interface HeldBackEstimate<L extends LabelledEvidence> extends ProbabilityEstimate {
  readonly labelled: L;
}

/** Estimates for all labelled visitors, each learned from the other folds only. */
export function crossValidate<L extends LabelledEvidence>(
  labelled: readonly L[],
  folds: number,
  learn: Learner,
): HeldBackEstimate<L>[] {
  return heldBack(labelled, folds, learn).map(({ one, value }) => ({
    labelled: one,
    probability: value,
    isTrue: one.isTrue,
  }));
}

/** What is said of each when learned from the others. Members of one group share a fold, folds have an equal mix of kinds. */
export function heldBack<L extends LabelledEvidence>(
  labelled: readonly L[],
  folds: number,
  learn: (train: readonly LabelledEvidence[]) => (one: LabelledEvidence) => number,
): { one: L; value: number }[] {
  const foldOf = assignFolds(labelled, folds, {
    groupOf: ({ group }) => group,
    stratumOf: ({ kind }) => kind,
  });
  return Array.from({ length: folds }, (_, fold) => {
    const say = learn(labelled.filter((_one, i) => foldOf[i] !== fold));
    return labelled
      .filter((_one, i) => foldOf[i] === fold)
      .map((one) => ({ one, value: say(one) }));
  }).flat();
}
