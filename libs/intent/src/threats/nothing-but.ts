import { type EvidenceCode } from '../evidence/evidence-code.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { deedsOf } from './deeds-of.js';

interface Sole {
  readonly code: EvidenceCode;
  readonly count: (features: VisitorFeatures) => number;
  /** Fewer say nothing. */
  readonly least: number;
  /** What it does and little else, in words. */
  readonly what: string;
}

/** Of all it did, assets aside. People open pages and a form before they send it, so theirs is less. Assumption. */
const SHARE = 0.5;

/** A rule that weighs a visitor doing one thing and little else. */
export function nothingBut({ code, count, least, what }: Sole): EvidenceRule {
  return ({ features }) => {
    const share = count(features) / deedsOf(features);
    if (count(features) < least || share < SHARE) return null;
    return weigh(code, {
      value: Math.round(Math.min(1, share) * 1000) / 1000,
      baseline: SHARE,
      text: `does little here but ${what} (${count(features)} of ${deedsOf(features)} requests, assets aside)`,
    });
  };
}
