import { type Evidence } from './evidence.js';
import { type EvidenceCode } from './evidence-code.js';
import { weights } from './weights.js';

/** What a rule saw: the measured value, what is ordinary, the reason in words, and how strongly it shows. */
export interface Observation {
  readonly value: number | string;
  readonly baseline?: number | string | null;
  readonly text: string;
  /** Multiplies the table's weight; 1 unless given. */
  readonly strength?: number;
}

/** Turns an observation into evidence with the weight of the table. Weights are rounded to 1e-3. */
export function weigh(code: EvidenceCode, observation: Observation): Evidence {
  const weight = weights[code] * (observation.strength ?? 1);
  return {
    code,
    text: observation.text,
    weight: Math.round(weight * 1000) / 1000,
    value: observation.value,
    baseline: observation.baseline ?? null,
  };
}
