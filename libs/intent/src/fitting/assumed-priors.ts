import { naturePrior } from '../nature/nature-prior.js';
import { threats } from '../threats/threats.js';

/** Log-odds before any evidence, by question: `nature`, and every threat's id. */
export const assumedPriors: Readonly<Record<string, number>> = {
  nature: naturePrior,
  ...Object.fromEntries(threats.map(({ id, prior }) => [id, prior])),
};
