import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';

/** From a product to the order in less is no reading, choosing and typing. Milliseconds; assumption. */
const FASTEST = 5_000;

/** Someone who goes from a ware to the till faster than a person can; shared by scalping and expediting. */
export const checksOutFaster: EvidenceRule = ({ features, identity }) => {
  if (features.checkoutMs === null || features.checkoutMs >= FASTEST) return null;
  const known = identity.agentKind === 'app' || features.apiClient !== '';
  return weigh('CHECKS_OUT_FASTER', {
    value: features.checkoutMs,
    baseline: FASTEST,
    strength:
      (known ? 0.4 : 1) * Math.min(2, 1 + Math.log(FASTEST / Math.max(1, features.checkoutMs)) / 2),
    text: `went from the first product to the order in ${(features.checkoutMs / 1000).toFixed(1)} s`,
  });
};
