import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type VisitorFeatures } from '../visitor-features.js';

/** Share of identifiers that follow each other: people jump. Assumption. */
const MOSTLY = 0.5;

/** A rule that weighs going through identifiers one after the other, where `applies`. */
export function countsUp(applies: (features: VisitorFeatures) => boolean): EvidenceRule {
  return ({ features }) =>
    features.countingUp !== null && features.countingUp >= MOSTLY && applies(features)
      ? weigh('COUNTS_UP', {
          value: features.countingUp,
          baseline: MOSTLY,
          strength: features.countingUp >= 0.8 ? 1.5 : 1,
          text: `counts identifiers up one by one (${Math.round(features.countingUp * 100)} % of the steps)`,
        })
      : null;
}
