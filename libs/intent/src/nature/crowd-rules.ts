import { type Campaign } from '../campaigns/campaign.js';
import { type Estate } from '../estate.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { type VisitorFeatures } from '../visitor-features.js';

/** Below this probability of membership the crowd explains nobody in particular. */
const LIKELY = 0.5;

interface Company {
  readonly campaign: Campaign;
  readonly probability: number;
}

/** Many who do the same in step are one program, though each does too little to tell. Who gets in is none of them. */
const oneOfACrowd: EvidenceRule = ({ features }, estate) => {
  const company = companyOf(features, estate);
  if (company === null || company.probability < LIKELY || features.loginSuccesses > 0) return null;
  const { campaign, probability } = company;
  return weigh('ONE_OF_A_CROWD', {
    value: campaign.observed,
    baseline: campaign.expected,
    strength: probability,
    text: `does what ${campaign.observed} others do in step (${campaign.traits}), as one program would`,
  });
};

function companyOf(
  { address, loginCell, readerCell }: VisitorFeatures,
  estate: Estate,
): Company | null {
  const own = estate.membershipOf(address);
  const campaign = estate.campaignOf(loginCell) ?? estate.campaignOf(readerCell);
  if (campaign === null) return own;
  const ofCell = { campaign, probability: campaign.membership };
  return own !== null && own.probability > ofCell.probability ? own : ofCell;
}

/** What the company a visitor keeps gives away about its nature. */
export const crowdRules: readonly EvidenceRule[] = [oneOfACrowd];
