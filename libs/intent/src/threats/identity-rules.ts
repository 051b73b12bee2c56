import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { howHurried } from '../nature/how-hurried.js';
import { type Visitor } from '../visitor.js';
import { rotatesAddresses } from './rotates-addresses.js';

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

const declaredPurpose: EvidenceRule = ({ identity }) => {
  if (identity.crawler === null || identity.verification !== 'none') return null;
  if (identity.impostor || identity.attackTool) return null;
  const { name, purpose } = identity.crawler;
  if (purpose === 'other') {
    return weigh('DECLARED_SOFTWARE', { value: name, text: `says which software it is (${name})` });
  }
  return weigh('DECLARED_PURPOSE', {
    value: purpose,
    text: `says openly who it is and what for (${name}: ${purpose.replaceAll('_', ' ')})`,
  });
};

/** Whether a visitor asks for at most three paths at even intervals, slowly, and sends nothing. Assumption, by what monitors offer. */
export function pollsLikeAMonitor({ features }: Visitor): boolean {
  return (
    features.requests >= 24 &&
    features.distinctPaths <= 3 &&
    features.peakMinute <= 10 &&
    features.gapVariation !== null &&
    features.gapVariation < 0.3 &&
    features.posts === 0
  );
}

const monitors: EvidenceRule = (visitor) =>
  pollsLikeAMonitor(visitor)
    ? weigh('POLLS_LIKE_A_MONITOR', {
        value: visitor.features.medianGapMs ?? 0,
        text: `asks for ${visitor.features.distinctPaths === 1 ? 'one page' : `${visitor.features.distinctPaths} pages`} every ${Math.round((visitor.features.medianGapMs ?? 0) / 1000)} s, as monitoring does`,
      })
    : null;

/**
 * A rule that weighs opening pages as a browser shows them; `scale` says how much that is worth against this threat. The more a
 * visitor hurries, the less it is worth: a driven browser shows pages as well, but does not read them.
 */
export const browsesLikeAPerson =
  (scale: number): EvidenceRule =>
  ({ features, identity }, estate) => {
    const atEase = Math.max(0, 1 - howHurried(features, estate));
    const personal =
      atEase > 0 &&
      identity.agentKind === 'browser' &&
      features.assets >= 3 &&
      features.assets >= features.pages / 2 &&
      features.referredAssets >= features.assets / 2 &&
      (features.pages < 15 || features.referredPages >= features.pages * 0.1);
    return personal
      ? weigh('BROWSES_LIKE_A_PERSON', {
          value: features.assets,
          strength: scale * atEase * Math.min(1, features.assets / 8),
          text: `opens pages with their images and scripts (${features.assets} assets for ${features.pages} pages)`,
        })
      : null;
  };

/** What a visitor claims to be, and whether that holds. */
export const claimRules: readonly EvidenceRule[] = [
  falseCrawlerClaim,
  verifiedOperator,
  declaredPurpose,
  monitors,
  rotatesAddresses,
];

/** What a visitor's identity says for or against any malicious intent. */
export const identityRules: readonly EvidenceRule[] = [...claimRules, browsesLikeAPerson(1)];
