import { type Estate } from '../estate.js';
import { weights } from '../evidence/weights.js';
import { natureCalibration } from '../nature/nature-calibration.js';
import { threats } from '../threats/threats.js';

/**
 * Names the weights and priors that judged in this estate: those of the fitted file, or of the table in the code.
 * Another name, and the same figures may have been weighed otherwise.
 */
export function modelVersion(estate: Pick<Estate, 'weights'>): string {
  return estate.weights?.version ?? assumed;
}

const assumed = `assumed-${shortHash(JSON.stringify([weights, natureCalibration, threats.map(({ id, prior }) => [id, prior])]))}`;

/** FNV-1a, 32 bits, in hexadecimal. Not for security. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
