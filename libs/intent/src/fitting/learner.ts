import { type LabelledEvidence } from './labelled-evidence.js';

/** Learns of labelled evidence, and then gives the probability that what is asked is true. */
export type Learner = (train: readonly LabelledEvidence[]) => (one: LabelledEvidence) => number;
