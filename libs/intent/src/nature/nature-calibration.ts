import { anchored } from '../fitting/calibration.js';

/**
 * How the sum of the weights is calibrated where no file of fitted weights says otherwise: held at zero where nothing is
 * known, understating for bots (2.5), overstating for people (0.6).
 *
 * Source: `wherefore fit --any-site` (docs/operations/fitting-weights.md) asks for 3.7 and 0.2; both are drawn half way to one,
 * because labelled visitors that show little are bots more often than others are. On origins that were held back the expected
 * calibration error is told there.
 */
export const natureCalibration = anchored(0.6, 2.5);
