import { holdsUntold } from '../campaigns/find-login-campaigns.js';
import { quantileOf } from '../baseline.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { fillsFormsInNoTime } from './acting-rules.js';
import { changesAgent } from './changes-agent.js';
import { deedsOf } from './deeds-of.js';
import { leavesUntold, logsInForNothing } from './logs-in-for-nothing.js';

/** A person mistypes a password a few times before giving up. Assumption. */
const PATIENCE = 4;

const loginFailures: EvidenceRule = ({ features }, estate) => {
  const baseline = estate.baseline(features.site, 'loginFailures');
  const ordinary = Math.max(PATIENCE, baseline === null ? 0 : quantileOf(baseline, 0.75));
  if (features.loginFailures <= ordinary) return null;
  return weigh('LOGIN_FAILURES', {
    value: features.loginFailures,
    baseline: ordinary,
    strength: Math.min(3.5, 0.6 + Math.log(features.loginFailures / ordinary)),
    text: `failed to log in ${features.loginFailures} times; people give up after about ${ordinary}`,
  });
};

const keepsTrying: EvidenceRule = ({ features, identity }, estate) => {
  const { loginAttempts, loginFailures, loginSuccesses } = features;
  const forNothing = logsInForNothing(features, estate);
  const untold = loginAttempts - loginFailures - (forNothing ? 0 : loginSuccesses);
  if (untold < 10 || identity.agentKind === 'app' || identity.crawler !== null) return null;
  return weigh('KEEPS_TRYING', {
    value: untold,
    baseline: PATIENCE,
    strength: Math.min(3.5, 0.6 + Math.log(untold / PATIENCE)),
    text: forNothing
      ? `logged in ${untold} times and never did anything then, as if it had been refused`
      : `logged in ${untold} times through an interface that does not tell the outcome`,
  });
};

const neverLogsIn: EvidenceRule = ({ features }) => {
  const { loginAttempts, loginFailures, loginSuccesses, clientErrors } = features;
  const untold = loginAttempts - loginFailures - loginSuccesses;
  const turnedAway = untold >= 10 && clientErrors >= loginAttempts * 0.8;
  const failed = loginFailures > PATIENCE && loginSuccesses * 10 < loginFailures;
  return failed || (turnedAway && loginSuccesses === 0)
    ? weigh('NEVER_LOGS_IN', {
        value: loginSuccesses,
        text: loginSuccesses === 0 ? 'never once got in' : 'got in less than once in ten tries',
      })
    : null;
};

const bareLogin: EvidenceRule = ({ features }, estate) => {
  if (features.loginAttempts === 0 || features.assets > 0) return null;
  if (!servesAssets(estate.profile(features.site))) return null;
  const openedNothing = features.pages + features.loginPageViews === 0;
  return weigh('BARE_LOGIN', {
    value: features.loginAttempts,
    strength: openedNothing ? 1 : 0.6,
    text: openedNothing
      ? 'sends the login form without ever having opened it or any other page'
      : 'sends the login form without the images, styles and scripts a browser would load first',
  });
};

const nothingButLogin: EvidenceRule = ({ features }, estate) =>
  features.loginAttempts > 0 &&
  features.loginAttempts + features.loginPageViews >= deedsOf(features) * 0.8
    ? weigh('NOTHING_BUT_LOGIN', {
        value: features.loginAttempts,
        strength: features.loginSuccesses > 0 && !logsInForNothing(features, estate) ? 0.4 : 1,
        text: 'does nothing here but log in',
      })
    : null;

/** Natural log of thirty: a larger crowd says no more about one of its members. With its weight it outweighs the prior by itself. */
const WHOLE_CROWD = 3.4;

const failureCrowd: EvidenceRule = (visitor, estate) => {
  const { features } = visitor;
  const campaign = estate.campaignOf(features.loginCell);
  if (campaign?.threat !== 'OAT-008') return null;
  const getsIn =
    features.loginSuccesses * 5 >= features.loginAttempts && !logsInForNothing(features, estate);
  if (getsIn && !(holdsUntold(campaign) && leavesUntold(visitor))) return null;
  return weigh('LOGIN_FAILURE_CROWD', {
    value: campaign.observed,
    baseline: campaign.expected,
    strength: Math.min(WHOLE_CROWD, Math.log(campaign.observed / campaign.expected)),
    text: `is one of ${campaign.observed} addresses that fail to log in the same way (${campaign.traits}); the rest of the estate would explain ${campaign.expected.toFixed(1)}`,
  });
};

const logsInLikeOthers: EvidenceRule = ({ features }, estate) =>
  features.loginSuccesses > 0 &&
  features.loginFailures <= PATIENCE * features.loginSuccesses &&
  features.otpFailures <= PATIENCE &&
  !logsInForNothing(features, estate) &&
  estate.campaignOf(features.loginCell) === null
    ? weigh('LOGS_IN_LIKE_OTHERS', {
        value: features.loginSuccesses,
        text: `got in (${features.loginSuccesses} of ${features.loginAttempts} tries)`,
      })
    : null;

/** A device sends a password that was changed elsewhere again and again, at its own slow pace. Requests a minute; assumption. */
const SLOW = 6;
/** Beyond these in a day it no longer matters who tries. Assumption. */
const STALE = 300;

const stuckClient: EvidenceRule = ({ features, identity }) =>
  identity.agentKind === 'app' &&
  features.loginFailures > PATIENCE &&
  features.accounts <= 1 &&
  features.userAgents === 1 &&
  features.peakMinute <= SLOW &&
  features.loginFailures <= STALE
    ? weigh('STUCK_CLIENT', {
        value: features.loginFailures,
        text: 'is an app that repeats one stale password at a slow pace',
      })
    : null;

/** What login attempts say of a visitor, shared by credential cracking and stuffing. */
export const loginRules: readonly EvidenceRule[] = [
  loginFailures,
  keepsTrying,
  neverLogsIn,
  bareLogin,
  nothingButLogin,
  fillsFormsInNoTime,
  changesAgent,
  failureCrowd,
  logsInLikeOthers,
  stuckClient,
];
