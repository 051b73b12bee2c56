import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { type VisitorIdentity } from '../visitor-identity.js';
import { changesAgent } from './changes-agent.js';
import { deedsOf } from './deeds-of.js';
import { browsesLikeAPerson, claimRules } from './identity-rules.js';

/**
 * How much a missing browser weighs on this site, in units of the table's weight: the log-odds between a bot, nine in
 * ten of which load no assets, and a reader of this site, by the share of its readers that load them.
 */
function tellingOf(assetShare: number): number {
  const odds = Math.log(0.9 / Math.max(0.02, 1 - assetShare));
  return Math.min(2, Math.max(0.6, odds / 1.6));
}

const actsWithoutBrowser: EvidenceRule = ({ features, identity }, estate) => {
  if (features.posts + features.apiCalls === 0 || features.assets > 0) return null;
  const profile = estate.profile(features.site);
  if (identity.agentKind === 'app' || profile === null || !servesAssets(profile)) return null;
  const openedNothing = features.pages + features.loginPageViews === 0;
  return weigh('ACTS_WITHOUT_BROWSER', {
    value: features.posts,
    baseline: profile.assetShare,
    strength: tellingOf(profile.assetShare) * (openedNothing ? 1 : 0.7),
    text: openedNothing
      ? 'sends forms without ever having opened a page'
      : 'sends forms without the images, styles and scripts a browser would load first',
  });
};

/** Nobody types a form in less, from one request to the next. Milliseconds; assumption. */
const TYPING = 4_000;

/** A form sent sooner after it was opened than anybody fills it in, without what a browser loads. */
export const fillsFormsInNoTime: EvidenceRule = ({ features, identity }) =>
  features.posts > 0 &&
  features.pages > 0 &&
  features.assets === 0 &&
  features.requests <= 30 &&
  features.posts * 3 >= features.requests &&
  features.medianGapMs !== null &&
  features.medianGapMs < TYPING &&
  identity.agentKind !== 'app'
    ? weigh('FILLS_FORMS_IN_NO_TIME', {
        value: features.medianGapMs,
        baseline: TYPING,
        text: `sends a form ${(features.medianGapMs / 1000).toFixed(1)} s after opening it`,
      })
    : null;

/** A person keeps a session; one or two are lost. Assumption. */
const SESSIONS = 3;

const newSessionEachTime: EvidenceRule = ({ features, identity }) => {
  const { sessions, posts, assets, keyType, apiClient } = features;
  const one = keyType === 'address' || keyType === 'address_user_agent';
  const idle = deedsOf(features) <= sessions * 8 && assets <= sessions * 3;
  return one &&
    sessions >= SESSIONS &&
    idle &&
    posts >= sessions * 0.7 &&
    isUnnamed(identity, apiClient)
    ? weigh('NEW_SESSION_EACH_TIME', {
        value: sessions,
        baseline: SESSIONS - 1,
        strength: Math.min(1.8, 1 + Math.log(sessions / SESSIONS) / 2),
        text: `begins a new session for each of its deeds (${sessions} sessions, ${posts} forms sent)`,
      })
    : null;
};

function isUnnamed(identity: VisitorIdentity, apiClient: string): boolean {
  return identity.agentKind !== 'app' && apiClient === '';
}

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
  browsesLikeAPerson(0.5),
  actsWithoutBrowser,
  fillsFormsInNoTime,
  newSessionEachTime,
  changesAgent,
  actsLikeClockwork,
  softwareActs,
  contractedClient,
];

/** Whether a visitor did anything of a shop before it paid: looked for wares, looked at them, put them in a cart. */
export function shopped({ items, searches, cartAdds, shopSteps }: VisitorFeatures): boolean {
  return items + searches + cartAdds > 0 || shopSteps > 1;
}
