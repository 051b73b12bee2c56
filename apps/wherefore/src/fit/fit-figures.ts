import {
  calibrationError,
  discrimination,
  type HeldBackEstimate,
  reliability,
  type ReliabilityBin,
} from '#libs/intent';
import { type LabelledVisitor } from './labelled-visitors.js';

/** How good estimates about held-back visitors are; shares are 0 to 1, null where there is nothing to divide by. */
export interface FitFigures {
  readonly visitors: number;
  /** Of them those of whom the thing asked is true. */
  readonly true: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  /** Area under the ROC curve. */
  readonly area: number | null;
  /** Expected calibration error, ten bins. */
  readonly calibration_error: number;
  readonly reliability: readonly ReliabilityBin[];
}

export function fitFigures(estimates: readonly HeldBackEstimate<LabelledVisitor>[]): FitFigures {
  const bins = reliability(estimates);
  return {
    visitors: estimates.length,
    true: estimates.filter(({ isTrue }) => isTrue).length,
    ...discrimination(estimates),
    calibration_error: calibrationError(bins),
    reliability: bins,
  };
}
