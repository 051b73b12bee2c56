import { quantileOf } from '../baseline.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { rankText } from '../evidence/rank-text.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { changesAgent } from './changes-agent.js';
import { identityRules } from './identity-rules.js';
import { readsWithoutPause } from './reads-without-pause.js';
import { type Threat } from './threat.js';

/** A rate that no person clicking keeps up for a minute, assets not counted apart. Assumption. */
const FAST_MINUTE = 60;

const requestRate: EvidenceRule = ({ features }, estate) => {
  const baseline = estate.baseline(features.site, 'peakMinute');
  const ordinary = Math.max(FAST_MINUTE, baseline === null ? 0 : 2 * quantileOf(baseline, 0.9));
  if (features.peakMinute <= ordinary) return null;
  return weigh('REQUEST_RATE', {
    value: features.peakMinute,
    baseline: ordinary,
    strength: Math.min(3, 1 + Math.log(features.peakMinute / ordinary)),
    text: `sent ${features.peakMinute} requests within one minute${rankText(baseline, features.peakMinute)}`,
  });
};

const expensiveRequests: EvidenceRule = ({ features }, estate) => {
  const baseline = estate.baseline(features.site, 'searches');
  const ordinary = Math.max(20, baseline === null ? 0 : 2 * quantileOf(baseline, 0.95));
  return features.searches > ordinary && features.searches >= features.requests * 0.7
    ? weigh('EXPENSIVE_REQUESTS', {
        value: features.searches,
        baseline: ordinary,
        strength: Math.min(2.2, 1 + Math.log(features.searches / ordinary) / 2),
        text: `asked for ${features.searches} searches, the dearest requests there are, and little else`,
      })
    : null;
};

const hammersOnePlace: EvidenceRule = ({ features }) =>
  features.requests >= 50 && features.distinctTemplates <= 3 && features.healthChecks === 0
    ? weigh('HAMMERS_ONE_PLACE', {
        value: features.distinctTemplates,
        strength: Math.min(2, Math.log10(features.requests / 20)),
        text: `sent ${features.requests} requests to ${features.distinctTemplates === 1 ? 'one place' : `${features.distinctTemplates} places`}`,
      })
    : null;

const leavesServerErrors: EvidenceRule = ({ features }) =>
  features.serverErrors >= 20 && features.serverErrors >= features.requests * 0.1
    ? weigh('LEAVES_SERVER_ERRORS', {
        value: features.serverErrors,
        text: `${features.serverErrors} of its requests ended in server errors`,
      })
    : null;

const floodsWithoutAssets: EvidenceRule = ({ features }, estate) =>
  features.requests >= 50 &&
  features.assets === 0 &&
  features.distinctTemplates <= 3 &&
  servesAssets(estate.profile(features.site))
    ? weigh('FLOODS_WITHOUT_ASSETS', {
        value: features.requests,
        text: `sent ${features.requests} requests and loaded nothing that the pages show`,
      })
    : null;

const shareOfServiceTime: EvidenceRule = ({ features }, estate) => {
  const total = estate.profile(features.site)?.serviceTimeMs ?? 0;
  if (total === 0) return null;
  const share = features.serviceTimeMs / total;
  return share >= 0.01
    ? weigh('SHARE_OF_SERVICE_TIME', {
        value: Math.round(share * 1000) / 1000,
        strength: Math.min(2, 1 + Math.log10(share / 0.01)),
        text: `took ${(share * 100).toFixed(1)} % of the time the site spent answering anybody`,
      })
    : null;
};

const spreadsOverPages: EvidenceRule = ({ features }) =>
  features.distinctPaths >= 50 && features.distinctPaths >= features.requests * 0.3
    ? weigh('SPREADS_OVER_PAGES', {
        value: features.distinctPaths,
        text: `went to ${features.distinctPaths} different paths rather than hammering a few`,
      })
    : null;

/** OAT-015 Denial of Service, as OWASP means it: requests that look legitimate and exhaust the application. */
export const denialOfService: Threat = {
  id: 'OAT-015',
  name: 'Denial of Service',
  definition: 'Requests that look legitimate exhaust the application or lock its users out.',
  signals: [
    'a rate no visitor of the site has',
    'the dearest requests and little else',
    'a large share of the time spent answering',
    'server errors in its wake',
  ],
  confounders: [
    'a crowd after news or a sale: the baseline moves with it',
    'readers of many pages',
    'health checks and monitors',
  ],
  notVisible: [
    'packets and connections that never became a request',
    'the cause inside the server',
  ],
  visibility: 'strong',
  prior: -4.5,
  rules: [
    ...identityRules,
    changesAgent,
    requestRate,
    expensiveRequests,
    readsWithoutPause,
    hammersOnePlace,
    leavesServerErrors,
    floodsWithoutAssets,
    shareOfServiceTime,
    spreadsOverPages,
  ],
};
