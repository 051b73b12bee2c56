import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type ThreatClass } from './threat-class.js';

/** Less likely members are left to their own conduct. */
const LIKELY = 0.5;
/** Log-odds of a threat before anything is known, about as in every threat: what membership has to outweigh. */
const PRIOR = 4.5;
/** However sure: e^9.5 turns one in ninety into 99.3 percent. Assumption. */
const STRONGEST = 9.5;

/**
 * A rule that weighs membership of a campaign of this threat, found by the aggregate and told by what the members
 * share. The weight brings an arbitrary visitor to the odds of its membership. Groups told by a cell have rules
 * of their own.
 */
export function partOfCampaign(threat: ThreatClass): EvidenceRule {
  return ({ features }, estate) => {
    const membership = estate.membershipOf(features.address);
    if (membership?.campaign.threat !== threat || membership.probability < LIKELY) return null;
    const { campaign, probability, shares } = membership;
    const odds = Math.log(probability / Math.max(1e-6, 1 - probability));
    return weigh('PART_OF_CAMPAIGN', {
      value: Math.round(probability * 10_000) / 10_000,
      baseline: campaign.expected,
      strength: Math.min(STRONGEST, PRIOR + odds),
      text: `is with ${Math.round(probability * 100)} % probability one of ${campaign.observed} visitors that act alike, ${campaign.expected.toFixed(1)} of whom the rest of the estate would explain; shares with them: ${shares || campaign.traits}`,
    });
  };
}
