import { probabilityOf } from '../evidence/log-odds.js';
import { assignFolds } from './assign-folds.js';
import { calibrated, type Calibration, fitCalibration } from './calibration.js';
import { fitWeights, type WeightsFit } from './fit-weights.js';
import { type LabelledEvidence } from './labelled-evidence.js';
import { logOddsUnder } from './log-odds-under.js';
import { type ProbabilityEstimate } from './probability-estimate.js';

/** What is made of labelled evidence: weights, and how their sum is calibrated. */
export interface CalibratedFit {
  readonly fit: WeightsFit;
  readonly calibration: Calibration;
}

/** An estimate about one labelled visitor that was held back from what it was estimated with. */
export interface HeldBackEstimate extends ProbabilityEstimate {
  readonly labelled: LabelledEvidence;
}

/** Fits weights to all, and the calibration to what the weights say of visitors held back from them. */
export function fitCalibrated(
  labelled: readonly LabelledEvidence[],
  priors: Readonly<Record<string, number>>,
  folds: number,
): CalibratedFit {
  const heldBack = heldBackIn(labelled, folds, (train) =>
    logOddsUnder(fitWeights(train, priors), priors),
  );
  const calibration = fitCalibration(
    heldBack.map(({ one, said }) => ({ logOdds: said, isTrue: one.isTrue })),
  );
  return { fit: fitWeights(labelled, priors), calibration };
}

/**
 * Estimates for all labelled visitors, each by weights and calibration fitted to the other folds only (the
 * calibration of these, in turn, to folds of their own). Visitors of one group share a fold.
 */
export function crossValidate(
  labelled: readonly LabelledEvidence[],
  priors: Readonly<Record<string, number>>,
  folds: number,
): HeldBackEstimate[] {
  return heldBackIn(labelled, folds, (train) => {
    const { fit, calibration } = fitCalibrated(train, priors, folds);
    const logOdds = logOddsUnder(fit, priors);
    return (one) => probabilityOf(calibrated(calibration, logOdds(one)));
  }).map(({ one, said }) => ({ labelled: one, probability: said, isTrue: one.isTrue }));
}

/** The same for a calibration alone: the assumed weights stay as they are. */
export function crossValidateCalibration(
  labelled: readonly LabelledEvidence[],
  priors: Readonly<Record<string, number>>,
  folds: number,
): HeldBackEstimate[] {
  const logOdds = logOddsUnder({ weights: [], priors: [] }, priors);
  return heldBackIn(labelled, folds, (train) => {
    const calibration = fitCalibration(
      train.map((one) => ({ logOdds: logOdds(one), isTrue: one.isTrue })),
    );
    return (one) => probabilityOf(calibrated(calibration, logOdds(one)));
  }).map(({ one, said }) => ({ labelled: one, probability: said, isTrue: one.isTrue }));
}

function heldBackIn(
  labelled: readonly LabelledEvidence[],
  folds: number,
  learn: (train: readonly LabelledEvidence[]) => (one: LabelledEvidence) => number,
): { one: LabelledEvidence; said: number }[] {
  const foldOf = assignFolds(labelled, folds, {
    groupOf: ({ group }) => group,
    stratumOf: ({ kind }) => kind,
  });
  return Array.from({ length: folds }, (_, fold) => {
    const judge = learn(labelled.filter((_one, i) => foldOf[i] !== fold));
    return labelled
      .filter((_one, i) => foldOf[i] === fold)
      .map((one) => ({ one, said: judge(one) }));
  }).flat();
}
