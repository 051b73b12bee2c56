import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { browsesLikeAPerson, claimRules } from './identity-rules.js';

const actsWithoutBrowser: EvidenceRule = ({ features, identity }, estate) => {
  if (features.posts + features.apiCalls === 0 || features.assets > 0) return null;
  if (identity.agentKind === 'app' || !servesAssets(estate.profile(features.site))) return null;
  const openedNothing = features.pages + features.loginPageViews === 0;
  return weigh('ACTS_WITHOUT_BROWSER', {
    value: features.posts,
    strength: openedNothing ? 1 : 0.6,
    text: openedNothing
      ? 'sends forms without ever having opened a page'
      : 'sends forms without the images, styles and scripts a browser would load first',
  });
};

/** Faster than this a page’s own calls set the rhythm, not the visitor. Milliseconds; assumption. */
const OWN_PACE = 2_000;

/** Share of the gaps that are alike: people's are all over the place. Assumption. */
const EVEN = 0.6;

const actsLikeClockwork: EvidenceRule = ({ features }) => {
  const pace = features.medianGapMs ?? 0;
  const even = features.evenGaps ?? 0;
  return even >= EVEN && pace >= OWN_PACE
    ? weigh('ACTS_LIKE_CLOCKWORK', {
        value: even,
        baseline: EVEN,
        text: `acts every ${(pace / 1000).toFixed(0)} s, ${Math.round(even * 100)} % of the time to within half a second`,
      })
    : null;
};

const softwareActs: EvidenceRule = ({ features, identity }) =>
  (identity.agentKind === 'library' || identity.agentKind === 'tool') &&
  features.posts > 0 &&
  features.apiClient === ''
    ? weigh('SOFTWARE_ACTS', {
        value: identity.agentFamily,
        text: `acts by ${identity.agentFamily}, a program`,
      })
    : null;

const contractedClient: EvidenceRule = ({ features }) =>
  features.apiClient !== ''
    ? weigh('CONTRACTED_CLIENT', {
        value: features.apiClient,
        text: 'acts through an API client that is known by name and compared with its own past elsewhere',
      })
    : null;

/**
 * What speaks for or against any automated deed (paying, registering, voting, …), whatever the deed. A bot that
 * drives a browser loads assets as well, so browsing counts for less than it does against scanning and scraping.
 */
export const actingRules: readonly EvidenceRule[] = [
  ...claimRules,
  browsesLikeAPerson(0.6),
  actsWithoutBrowser,
  actsLikeClockwork,
  softwareActs,
  contractedClient,
];

/** Whether a visitor did anything of a shop before it paid: looked for wares, looked at them, put them in a cart. */
export function shopped({ items, searches, cartAdds, shopSteps }: VisitorFeatures): boolean {
  return items + searches + cartAdds > 0 || shopSteps > 1;
}
