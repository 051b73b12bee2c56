import { type VisitorRow } from '#libs/store';

export interface EvidenceLine {
  readonly code: string;
  readonly text: string;
  /** Natural-log odds for (positive) or against. */
  readonly weight: number;
  readonly value: number | string;
  readonly baseline: number | string | null;
}

/**
 * One line of `--verdicts`: what is thought of one visitor key. A stable contract that other tools read; fields are added,
 * never changed. Times are ISO 8601 in UTC.
 */
export interface VerdictLine {
  readonly visitor: { readonly type: string; readonly value: string };
  readonly addresses: readonly string[];
  readonly nature: string;
  readonly verification: string;
  readonly intent: { readonly stance: string; readonly class: string | null };
  /** Risk, 0 to 100. */
  readonly score: number;
  /** Probability of what `intent` says, 0 to 1. */
  readonly confidence: number;
  readonly action: string;
  readonly campaign: string | null;
  readonly first_seen: string;
  readonly last_seen: string;
  /** All requests of the visitor in the log. */
  readonly requests: number;
  /** Weightiest first. */
  readonly evidence: readonly EvidenceLine[];
}

/** What is said of a visitor that was seen and never judged (all its lines too odd, or its time unknown). */
const NOT_JUDGED = {
  nature: 'unknown',
  verification: 'none',
  intent: { stance: 'unknown', class: null },
  score: 0,
  confidence: 0,
  action: 'monitor',
  campaign: null,
  evidence: [],
} as const;

export function verdictLine(row: VisitorRow): VerdictLine {
  const seen = {
    visitor: { type: row.key_type, value: row.key },
    addresses: [row.address],
  };
  const extent = {
    first_seen: new Date(row.first_seen).toISOString(),
    last_seen: new Date(row.last_seen).toISOString(),
    requests: row.requests,
  };
  if (!row.judged) {
    const { evidence, ...opinion } = NOT_JUDGED;
    return { ...seen, ...opinion, ...extent, evidence };
  }
  return {
    ...seen,
    nature: row.nature,
    verification: row.verification,
    intent: { stance: row.stance, class: orNull(row.class) },
    score: row.score,
    confidence: row.confidence,
    action: row.action,
    campaign: orNull(row.campaign),
    ...extent,
    evidence: evidenceLines(row.evidence),
  };
}

const orNull = (text: string): string | null => (text === '' ? null : text);

function evidenceLines(json: string): EvidenceLine[] {
  const evidence = JSON.parse(json) as EvidenceLine[];
  return evidence.map(({ code, text, weight, value, baseline }) => ({
    code,
    text,
    weight,
    value,
    baseline,
  }));
}
