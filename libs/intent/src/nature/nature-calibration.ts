import { type Calibration } from '../fitting/calibration.js';

/** How the sum of the assumed weights is calibrated where no file of fitted weights says otherwise: not at all yet. */
export const natureCalibration: Calibration = { offset: 0, below: 1, above: 1 };
