import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { type ThreatClass } from './threat-class.js';

/** One automated threat: what it is, how an access log shows it, and what speaks for and against it. */
export interface Threat {
  readonly id: ThreatClass;
  /** The handbook's name. */
  readonly name: string;
  /** What it is, in one sentence. */
  readonly definition: string;
  /** What an access log shows of it. */
  readonly signals: readonly string[];
  /** What looks like it and is not; the rules subtract it. */
  readonly confounders: readonly string[];
  /** What no access log shows of it. */
  readonly notVisible: readonly string[];
  readonly visibility: Visibility;
  /** Log-odds that an arbitrary visitor is there for this. */
  readonly prior: number;
  /** Whether a visitor did anything this threat is about; always, unless given. Where it did not, nothing is weighed. */
  readonly concerns?: (features: VisitorFeatures) => boolean;
  readonly rules: readonly EvidenceRule[];
}

/** How much of a threat an access log shows by itself: `weak` threats need company (a crowd, an earlier phase). */
export type Visibility = 'strong' | 'usable' | 'weak';
