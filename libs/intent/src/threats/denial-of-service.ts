import { bareCrowd } from './bare-crowd.js';
import { quantileOf } from '../baseline.js';
import { type Estate } from '../estate.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { rankText } from '../evidence/rank-text.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { changesAgent } from './changes-agent.js';
import { deedsOf } from './deeds-of.js';
import { browsesLikeAPerson, claimRules } from './identity-rules.js';
import { readsWithoutPause } from './reads-without-pause.js';
import { seldomExceeded } from './seldom-exceeded.js';
import { type Threat } from './threat.js';

/** A rate that no person clicking keeps up for a minute, assets not counted apart. Assumption. */
const FAST_MINUTE = 60;

function fastestMinute({ site }: VisitorFeatures, estate: Estate): number {
  return Math.max(FAST_MINUTE, seldomExceeded(estate.baseline(site, 'peakMinute')));
}

const requestRate: EvidenceRule = ({ features }, estate) => {
  const baseline = estate.baseline(features.site, 'peakMinute');
  const ordinary = fastestMinute(features, estate);
  if (features.peakMinute <= ordinary) return null;
  return weigh('REQUEST_RATE', {
    value: features.peakMinute,
    baseline: ordinary,
    strength: Math.min(3, 1 + Math.log(features.peakMinute / ordinary)),
    text: `sent ${features.peakMinute} requests within one minute${rankText(baseline, features.peakMinute)}`,
  });
};

/** Searches of one visitor in a day: 20 (assumption), or three times what three in four stay within. */
function usualSearches({ site }: VisitorFeatures, estate: Estate): number {
  const baseline = estate.baseline(site, 'searches');
  return Math.max(20, baseline === null ? 0 : 3 * quantileOf(baseline, 0.75));
}

const expensiveRequests: EvidenceRule = ({ features }, estate) => {
  const ordinary = usualSearches(features, estate);
  return features.searches > ordinary && features.searches >= deedsOf(features) * 0.7
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

/** Refused whatever it sends, and no slower for it: a client that lost its way asks at its usual pace. */
const goesOnRefused: EvidenceRule = ({ features }, estate) =>
  features.distinctTemplates <= 3 &&
  features.clientErrors >= features.requests * 0.9 &&
  features.peakMinute > fastestMinute(features, estate)
    ? weigh('GOES_ON_REFUSED', {
        value: features.clientErrors,
        text: `was refused ${features.clientErrors} of ${features.requests} times and went on as fast`,
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

const spreadsOverPages: EvidenceRule = ({ features }) => {
  const { distinctPaths, distinctPages, requests, assets } = features;
  const places = Math.max(distinctPages, distinctPaths - assets);
  return places >= 50 && distinctPaths >= requests * 0.3
    ? weigh('SPREADS_OVER_PAGES', {
        value: places,
        text: `went to ${places} different places rather than hammering a few`,
      })
    : null;
};

const findsAndLeaves: EvidenceRule = ({ features }, estate) => {
  const { searches, items, pages, serverErrors } = features;
  const ordinary = usualSearches(features, estate);
  return searches > ordinary && items * 20 <= searches && pages + serverErrors >= searches * 0.7
    ? weigh('FINDS_AND_LEAVES', {
        value: searches,
        baseline: ordinary,
        strength: Math.min(2, 1 + Math.log(searches / ordinary) / 2),
        text: `searched ${searches} times and opened next to nothing of what was found`,
      })
    : null;
};

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
    ...claimRules,
    // A driven browser loads what pages show, and exhausts the application the faster for it.
    browsesLikeAPerson(0.5),
    changesAgent,
    requestRate,
    expensiveRequests,
    findsAndLeaves,
    readsWithoutPause,
    hammersOnePlace,
    goesOnRefused,
    leavesServerErrors,
    floodsWithoutAssets,
    shareOfServiceTime,
    spreadsOverPages,
    bareCrowd('search'),
  ],
};
