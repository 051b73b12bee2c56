import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { type ThreatClass } from './threat-class.js';

/** One automated threat: how rare it is before anything is known, and what speaks for and against it. */
export interface Threat {
  readonly id: ThreatClass;
  /** The handbook's name. */
  readonly name: string;
  /** Log-odds that an arbitrary visitor is there for this. */
  readonly prior: number;
  readonly rules: readonly EvidenceRule[];
}
