import { type weights } from './weights.js';

/** The stable name of a reason. Consumers and analysts rely on it: never reuse one for another meaning. */
export type EvidenceCode = keyof typeof weights;
