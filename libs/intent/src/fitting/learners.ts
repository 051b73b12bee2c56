import { probabilityOf } from '../evidence/log-odds.js';
import { natureCalibration } from '../nature/nature-calibration.js';
import {
  calibrated,
  type Calibration,
  fitAnchoredCalibration,
  fitCalibration,
} from './calibration.js';
import { countAlike } from './count-alike.js';
import { heldBack } from './cross-validate.js';
import { type FittingTerms } from './fitting-terms.js';
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
  terms: FittingTerms,
): CalibratedFit {
  const said = heldBack(labelled, terms, (train) =>
    logOddsUnder(fitWeights(train, priors, terms), priors),
  );
  return { fit: fitWeights(labelled, priors, terms), calibration: calibrationOf(said, terms) };
}

function calibrationOf(
  said: readonly { one: LabelledEvidence; value: number }[],
  { purpose }: FittingTerms,
): Calibration {
  const added = said.map(({ one, value }) => ({ ...one, logOdds: value }));
  return purpose === 'any' ? fitAnchoredCalibration(countAlike(added)) : fitCalibration(added);
}

/** The calibration of the assumed weights, held at zero where nothing is known: nothing else is fitted. */
export function calibrateAssumed(
  labelled: readonly LabelledEvidence[],
  priors: Priors,
  { purpose }: Pick<FittingTerms, 'purpose'>,
): Calibration {
  const logOdds = assumedLogOdds(priors);
  const added = labelled.map((one) => ({ ...one, logOdds: logOdds(one) }));
  return fitAnchoredCalibration(purpose === 'any' ? countAlike(added) : added);
}

/** As the product judges without a file: assumed weights under the calibration of the table. Learns nothing. */
export const shipped =
  (priors: Priors): Learner =>
  () => {
    const logOdds = assumedLogOdds(priors);
    return (one) => probabilityOf(calibrated(natureCalibration, logOdds(one)));
  };

/** The assumed weights as they are: learns nothing. */
export const assumed =
  (priors: Priors): Learner =>
  () => {
    const logOdds = assumedLogOdds(priors);
    return (one) => probabilityOf(logOdds(one));
  };

/** The assumed weights, their sum calibrated. */
export const assumedCalibrated =
  (priors: Priors, terms: FittingTerms): Learner =>
  (train) => {
    const calibration = calibrateAssumed(train, priors, terms);
    const logOdds = assumedLogOdds(priors);
    return (one) => probabilityOf(calibrated(calibration, logOdds(one)));
  };

/** Fitted weights, not calibrated any further. */
export const fitted =
  (priors: Priors, terms: FittingTerms): Learner =>
  (train) => {
    const logOdds = logOddsUnder(fitWeights(train, priors, terms), priors);
    return (one) => probabilityOf(logOdds(one));
  };

/** Fitted weights, their sum calibrated to folds of the training data. */
export const fittedCalibrated =
  (priors: Priors, terms: FittingTerms): Learner =>
  (train) => {
    const { fit, calibration } = fitCalibrated(train, priors, terms);
    const logOdds = logOddsUnder(fit, priors);
    return (one) => probabilityOf(calibrated(calibration, logOdds(one)));
  };

const assumedLogOdds = (priors: Priors): ((one: LabelledEvidence) => number) =>
  logOddsUnder({ weights: [], priors: [] }, priors);
