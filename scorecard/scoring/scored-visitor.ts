/** Who calls visitors bad: the product, and what it is compared with. */
export const DETECTORS = ['wherefore', 'user_agents', 'thresholds', 'isolation_forest'] as const;

export type Detector = (typeof DETECTORS)[number];

/** What one detector says of one visitor. */
export interface Opinion {
  readonly isFlagged: boolean;
  /** Event time and requests from the visitor's first request until it was flagged; null where it was not, or nobody can say. */
  readonly delay: { readonly seconds: number; readonly requests: number } | null;
}

/**
 * Which side a label is on. `bad` has to be found; `person` and `verified` have to be left alone; what is done to the others
 * (`apart`: neutral machines, a person who attacks) is shown and counts for nothing.
 */
export type Side = 'bad' | 'person' | 'verified' | 'apart';

/** A labelled visitor that the log shows, and what each detector says of it. */
export interface ScoredVisitor {
  readonly visitor: string;
  readonly side: Side;
  readonly label: string;
  readonly class: string;
  readonly kind: string;
  readonly evasion: string;
  readonly requests: number;
  /** What the product calls it: a threat, else its nature. */
  readonly calledAs: string;
  /** The product names a threat that the label means. */
  readonly isNamed: boolean;
  readonly isBlocked: boolean;
  readonly opinions: Readonly<Record<Detector, Opinion>>;
}
