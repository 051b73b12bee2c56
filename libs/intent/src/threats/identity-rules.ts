import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';

const falseCrawlerClaim: EvidenceRule = ({ identity, features }) =>
  identity.impostor
    ? weigh('FALSE_CRAWLER_CLAIM', {
        value: identity.crawler?.name ?? identity.agentFamily,
        baseline: identity.crawler?.operator ?? null,
        text: `says it is ${identity.crawler?.name ?? identity.agentFamily}, but ${features.address} is none of the addresses its operator publishes`,
      })
    : null;

const verifiedOperator: EvidenceRule = ({ identity }) =>
  identity.verification !== 'none' && identity.crawler !== null
    ? weigh('VERIFIED_OPERATOR', {
        value: identity.crawler.operator,
        text: `is ${identity.crawler.name}: the address is one its operator publishes`,
      })
    : null;

const declaredPurpose: EvidenceRule = ({ identity }) =>
  identity.crawler !== null &&
  identity.verification === 'none' &&
  !identity.impostor &&
  !identity.attackTool
    ? weigh('DECLARED_PURPOSE', {
        value: identity.crawler.purpose,
        text: `says openly who it is and what for (${identity.crawler.name}: ${identity.crawler.purpose.replace('_', ' ')})`,
      })
    : null;

const browsesLikeAPerson: EvidenceRule = ({ features, identity }) => {
  const personal =
    identity.agentKind === 'browser' &&
    features.assets >= 3 &&
    features.assets >= features.pages / 2 &&
    features.referredAssets >= features.assets / 2;
  return personal
    ? weigh('BROWSES_LIKE_A_PERSON', {
        value: features.assets,
        strength: Math.min(1, features.assets / 8),
        text: `opens pages with their images and scripts (${features.assets} assets for ${features.pages} pages)`,
      })
    : null;
};

/** What a visitor's identity says for or against any malicious intent. */
export const identityRules: readonly EvidenceRule[] = [
  falseCrawlerClaim,
  verifiedOperator,
  declaredPurpose,
  browsesLikeAPerson,
];
