import { type EvidenceCode } from '../evidence/evidence-code.js';

/** One labelled visitor, one question about it, and the reasons that were seen for or against. */
export interface LabelledEvidence {
  /** `nature`, or a threat's id. */
  readonly question: string;
  /** Visitors that have to stay together when data are held back: their address, data set by data set. */
  readonly group: string;
  /** The origin it shares with others, held back together where weights are to hold elsewhere: a site, a simulator. */
  readonly family: string;
  /** What kind it is by its label, for an equal mix of folds. */
  readonly kind: string;
  /** How strongly each reason shows: its weight in units of the assumed one. */
  readonly strengths: ReadonlyMap<EvidenceCode, number>;
  readonly isTrue: boolean;
  /** How much it counts; 1 unless given. */
  readonly importance?: number;
}
