import { anchored } from '../fitting/calibration.js';

/**
 * How the sum of the assumed weights is calibrated where no file of fitted weights says otherwise: held at zero where
 * nothing is known, overstating for people (0.7), understating for bots (1.5).
 *
 * Source: `wherefore fit` on `wherefore simulate --hours 3 --scale 0.5` (1,698 visitors, five folds by visitor), rounded; on
 * held-back visitors that are not left `unknown` the expected calibration error is 0.04. No recorded log was fitted to.
 */
export const natureCalibration = anchored(0.7, 1.5);
