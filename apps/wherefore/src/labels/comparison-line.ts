import { type EvidenceLine } from '../verdicts/verdict-line.js';
import { type ComparedVisitor } from './compared-visitor.js';
import { labelKey } from './label.js';
import { meantClasses } from './meant-classes.js';
import { type SessionFeatures } from './read-session-features.js';

/**
 * One line of `--visitors`: a labelled visitor, what is true of it and what was thought of it. Fields are added, never changed.
 * What was thought is null where the log never showed the visitor.
 */
export interface ComparisonLine {
  readonly visitor: string;
  readonly label: string;
  readonly class: string;
  readonly kind: string;
  readonly evasion: string;
  readonly campaign: string;
  readonly requests: number;
  readonly judged: {
    readonly key: { readonly type: string; readonly value: string };
    readonly nature: string;
    readonly stance: string;
    readonly class: string | null;
    readonly score: number;
    readonly action: string;
    readonly campaign: string | null;
    readonly evidence: readonly EvidenceLine[];
  } | null;
  readonly condemned: boolean;
  /** Condemned, and for a threat that the label's class means. */
  readonly named: boolean;
  readonly blocked: boolean;
  readonly hindered: boolean;
  /** Seconds and requests from its first request to its condemnation. */
  readonly detection: { readonly seconds: number; readonly requests: number } | null;
  readonly features: SessionFeatures | null;
}

export function comparisonLine(
  visitor: ComparedVisitor,
  features: ReadonlyMap<string, SessionFeatures>,
): ComparisonLine {
  const { label, condemned, blocked, hindered, requests, detection } = visitor;
  const key = labelKey(label);
  return {
    visitor: key,
    label: label.label,
    class: label.class,
    kind: label.kind,
    evasion: label.evasion,
    campaign: label.campaign,
    requests,
    judged: opinionOf(visitor),
    condemned,
    named: condemned && meantClasses(label.class).includes(visitor.judged?.intent.class ?? ''),
    blocked,
    hindered,
    detection: detection ?? null,
    features:
      features.get(visitor.judged?.visitor.value ?? key) ?? features.get(label.address) ?? null,
  };
}

function opinionOf({ judged }: ComparedVisitor): ComparisonLine['judged'] {
  if (judged === undefined) return null;
  const { visitor, nature, intent, score, action, campaign, evidence } = judged;
  const { stance, class: threat } = intent;
  return { key: visitor, nature, stance, class: threat, score, action, campaign, evidence };
}
