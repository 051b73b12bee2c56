import { actorCellsOf } from '../campaigns/actor-cells.js';
import { type ActorDeed } from '../campaigns/actor-deed.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';

/** Log-odds of a threat before anything is known (see `partOfCampaign`): what being one of the crowd has to outweigh. */
const PRIOR = 4.5;
/** Half a unit less for those who send something: `actingRules` weigh by itself that they send it bare. */
const SENDS = 0.5;
/** However large the crowd. Assumption. */
const STRONGEST = 6.5;

/**
 * A rule that weighs doing one of `deeds`, the most telling first, as a crowd of visitors does, all with a browser's user agent and without what a
 * browser loads, where nearly everybody else loads it. The weight brings an arbitrary
 * visitor to the odds of being one of the crowd.
 */
export function bareCrowd(...deeds: readonly ActorDeed[]): EvidenceRule {
  return ({ features }, estate) => {
    const cells = deeds.flatMap((deed) => actorCellsOf(features, deed));
    const campaign = cells.flatMap((cell) => estate.campaignOf(cell) ?? []).at(0);
    if (campaign === undefined) return null;
    const odds = Math.log(campaign.membership / Math.max(1e-6, 1 - campaign.membership));
    return weigh('BARE_ACTOR_CROWD', {
      value: campaign.observed,
      baseline: campaign.expected,
      strength: Math.min(
        STRONGEST,
        PRIOR - (features.posts + features.apiCalls > 0 ? SENDS : 0) + odds,
      ),
      text: `is one of ${campaign.observed} addresses ${campaign.traits}; the site’s other visitors would explain ${campaign.expected.toFixed(1)}`,
    });
  };
}
