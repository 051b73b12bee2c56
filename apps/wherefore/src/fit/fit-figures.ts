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
  /** Share of the others (people, where bots are asked for) of whom it is said with the odds of a nature: e to one. */
  readonly accused: number | null;
  /** Area under the ROC curve. */
  readonly area: number | null;
  /** Expected calibration error, ten bins. */
  readonly calibration_error: number;
  readonly reliability: readonly ReliabilityBin[];
}

/** Log-odds of one, from which on a nature is told. */
const SURE = 1 / (1 + Math.exp(-1));

function accusedShare(estimates: readonly HeldBackEstimate<LabelledVisitor>[]): number | null {
  const others = estimates.filter(({ isTrue }) => !isTrue);
  if (others.length === 0) return null;
  return others.filter(({ probability }) => probability >= SURE).length / others.length;
}

export function fitFigures(estimates: readonly HeldBackEstimate<LabelledVisitor>[]): FitFigures {
  const bins = reliability(estimates);
  return {
    visitors: estimates.length,
    true: estimates.filter(({ isTrue }) => isTrue).length,
    ...discrimination(estimates),
    accused: accusedShare(estimates),
    calibration_error: calibrationError(bins),
    reliability: bins,
  };
}
