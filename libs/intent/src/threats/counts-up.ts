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
          strength: steadiness(features, features.countingUp),
          text: `counts identifiers up one by one (${Math.round(features.countingUp * 100)} % of the steps)`,
        })
      : null;
}

/** Nobody leafs through so many in order without seeing a page. Assumption. */
const A_LIST = 100;

function steadiness({ distinctPaths, assets }: VisitorFeatures, share: number): number {
  if (share < 0.8) return 1;
  return distinctPaths >= A_LIST && assets === 0 ? 2 : 1.5;
}
