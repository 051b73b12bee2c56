import { habitOf } from './habit-of.js';
import { type EvidenceCode } from '../evidence/evidence-code.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { rankText } from '../evidence/rank-text.js';
import { weigh } from '../evidence/weigh.js';
import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { headsOf } from './heads-of.js';

/** Counts whose ordinary size in the estate is known. */
type Counted =
  | 'otpRequests'
  | 'couponTries'
  | 'payments'
  | 'registrations'
  | 'resets'
  | 'contributions'
  | 'votes'
  | 'cartAdds'
  | 'bids'
  | 'topItem'
  | 'accountPaths'
  | 'distinctTemplates';

interface Excess {
  readonly code: EvidenceCode;
  readonly feature: Counted;
  /** One person does no more of it in a day. Where it stands it says why. */
  readonly floor: number;
  /** The rule is silent unless this holds. */
  readonly applies?: (visitor: Visitor, estate: Estate) => boolean;
  /** Greatest strength; 2.5 unless given, reached at 4.5 times what is ordinary. */
  readonly strongest?: number;
  readonly text: (count: number) => string;
}

/**
 * A rule that weighs more of something than visitors of the site do: more than the floor, and more than three times
 * what three in four do (few do such things at all, so that a handful of attackers would set a higher quantile), for each person who may be behind the key. A sale or an outage moves the baseline with
 * everybody; where there is none, or too few do it at all, the floor decides.
 */
export function moreThanOrdinary(excess: Excess): EvidenceRule {
  return (visitor, estate) => {
    const { features } = visitor;
    const count = features[excess.feature];
    const ordinary = ordinaryCount(features, excess, estate);
    if (count <= ordinary || excess.applies?.(visitor, estate) === false) return null;
    const baseline = estate.baseline(features.site, excess.feature);
    return weigh(excess.code, {
      value: count,
      baseline: ordinary,
      strength: Math.min(excess.strongest ?? 2.5, 1 + Math.log(count / ordinary)),
      text: `${excess.text(count)}${rankText(baseline, count)}`,
    });
  };
}

function ordinaryCount(
  features: VisitorFeatures,
  { feature, floor }: Excess,
  estate: Estate,
): number {
  const usual = 3 * habitOf(estate.baseline(features.site, feature), 0.75);
  return Math.max(floor, usual) * headsOf(features);
}
