import { probabilityOf } from '../evidence/log-odds.js';
import {
  calibrated,
  type Calibration,
  fitAnchoredCalibration,
  fitCalibration,
} from './calibration.js';
import { heldBack } from './cross-validate.js';
import { fitWeights, type WeightsFit } from './fit-weights.js';
import { type LabelledEvidence } from './labelled-evidence.js';
import { type Learner } from './learner.js';
import { logOddsUnder } from './log-odds-under.js';

type Priors = Readonly<Record<string, number>>;

/** What is made of labelled evidence: weights, and how their sum is calibrated. */
export interface CalibratedFit {
  readonly fit: WeightsFit;
  readonly calibration: Calibration;
}

/** Fits weights to all, and the calibration to what weights say of visitors held back from them. */
export function fitCalibrated(
  labelled: readonly LabelledEvidence[],
  priors: Priors,
  folds: number,
): CalibratedFit {
  const said = heldBack(labelled, folds, (train) =>
    logOddsUnder(fitWeights(train, priors), priors),
  );
  return {
    fit: fitWeights(labelled, priors),
    calibration: fitCalibration(
      said.map(({ one, value }) => ({ logOdds: value, isTrue: one.isTrue })),
    ),
  };
}

/** The calibration of the assumed weights, held at zero where nothing is known: nothing else is fitted. */
export function calibrateAssumed(
  labelled: readonly LabelledEvidence[],
  priors: Priors,
): Calibration {
  const logOdds = assumedLogOdds(priors);
  return fitAnchoredCalibration(
    labelled.map((one) => ({ logOdds: logOdds(one), isTrue: one.isTrue })),
  );
}

/** The assumed weights as they are: learns nothing. */
export const assumed =
  (priors: Priors): Learner =>
  () => {
    const logOdds = assumedLogOdds(priors);
    return (one) => probabilityOf(logOdds(one));
  };

/** The assumed weights, their sum calibrated. */
export const assumedCalibrated =
  (priors: Priors): Learner =>
  (train) => {
    const calibration = calibrateAssumed(train, priors);
    const logOdds = assumedLogOdds(priors);
    return (one) => probabilityOf(calibrated(calibration, logOdds(one)));
  };

/** Fitted weights, not calibrated any further. */
export const fitted =
  (priors: Priors): Learner =>
  (train) => {
    const logOdds = logOddsUnder(fitWeights(train, priors), priors);
    return (one) => probabilityOf(logOdds(one));
  };

/** Fitted weights, their sum calibrated to folds of the training data. */
export const fittedCalibrated =
  (priors: Priors, folds: number): Learner =>
  (train) => {
    const { fit, calibration } = fitCalibrated(train, priors, folds);
    const logOdds = logOddsUnder(fit, priors);
    return (one) => probabilityOf(calibrated(calibration, logOdds(one)));
  };

const assumedLogOdds = (priors: Priors): ((one: LabelledEvidence) => number) =>
  logOddsUnder({ weights: [], priors: [] }, priors);
