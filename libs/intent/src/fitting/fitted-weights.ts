import { type EvidenceCode } from '../evidence/evidence-code.js';
import { type Calibration } from './calibration.js';

/** Weights that replace the assumed ones, read from a file that people have reviewed. */
export interface FittedWeights {
  /** Names the file in verdicts, so that they can be recomputed: its version and the start of its hash. */
  readonly version: string;
  /** Log-odds at strength one. Codes that are not named keep the weight of the table. */
  readonly weights: Readonly<Partial<Record<EvidenceCode, number>>>;
  /** Log-odds before any evidence, by question: `nature`, or a threat's id. */
  readonly priors: Readonly<Record<string, number>>;
  /** How added-up evidence about the nature is calibrated; null keeps the calibration of the table. */
  readonly natureCalibration: Calibration | null;
}
