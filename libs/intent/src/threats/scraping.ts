import { bareCrowd } from './bare-crowd.js';
import { type Evidence } from '../evidence/evidence.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { rankText } from '../evidence/rank-text.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { type Estate } from '../estate.js';
import { type Visitor } from '../visitor.js';
import { changesAgent } from './changes-agent.js';
import { collected } from './collected.js';
import { identityRules } from './identity-rules.js';
import { countsUp } from './counts-up.js';
import { headsOf } from './heads-of.js';
import { hurries } from '../nature/hurries.js';
import { collectsWithoutPause } from './reads-without-pause.js';
import { seldomExceeded } from './seldom-exceeded.js';
import { type Threat } from './threat.js';

const MANY_PAGES = 20;

const readsMore: EvidenceRule = (visitor, estate) => {
  const { features } = visitor;
  const baseline = estate.baseline(features.site, 'distinctPages');
  const ordinary = Math.max(MANY_PAGES, seldomExceeded(baseline));
  if (features.distinctPages <= ordinary) return takesMoreItems(visitor, estate);
  return weigh('READS_MORE_THAN_ANYBODY', {
    value: features.distinctPages,
    baseline: ordinary,
    strength: Math.min(2.2, 1 + Math.log(features.distinctPages / ordinary) / 2),
    text: `read ${features.distinctPages} different pages${rankText(baseline, features.distinctPages)}`,
  });
};

/** The same through an interface. Whoever takes an item makes a request, so that all requests of the others are the measure. */
function takesMoreItems({ features, identity }: Visitor, estate: Estate): Evidence | null {
  const items = collected(features);
  const baseline = estate.baseline(features.site, 'requests');
  const ordinary = Math.max(MANY_PAGES, seldomExceeded(baseline)) * headsOf(features);
  const isAlone = identity.agentKind !== 'app' && features.apiClient === '';
  return isAlone && items > ordinary
    ? weigh('READS_MORE_THAN_ANYBODY', {
        value: items,
        baseline: ordinary,
        strength: Math.min(2.2, 1 + Math.log(items / ordinary) / 2),
        text: `took ${items} different items, more than next to anybody sends requests of any kind`,
      })
    : null;
}

/** Fewer may have been looked up. Assumption. */
const A_FEW = 4;

const takesPagesOnly: EvidenceRule = ({ features, identity }, estate) => {
  const taken = identity.agentKind === 'app' ? features.distinctPages : collected(features);
  if (taken < A_FEW || features.assets > features.pages * 0.05) return null;
  const profile = estate.profile(features.site);
  if (!servesAssets(profile)) return null;
  return weigh('TAKES_PAGES_ONLY', {
    value: features.assets,
    baseline: profile?.assetLoaders ?? null,
    strength: Math.min(1.5, Math.log10(taken) + 0.1),
    text:
      features.pages > 0
        ? `took ${features.pages} pages and ${features.assets} of their images, styles and scripts`
        : `took ${taken} items without a page around them`,
  });
};

const softwareReads: EvidenceRule = ({ identity, features }, estate) =>
  (identity.agentKind === 'library' || identity.agentKind === 'tool') &&
  features.distinctPages >= 8 &&
  servesAssets(estate.profile(features.site))
    ? weigh('SOFTWARE_READS_PAGES', {
        value: identity.agentFamily,
        text: `reads pages with ${identity.agentFamily}, a program`,
      })
    : null;

/** Programs that copy sites read what they may first, whatever name they go by; people hardly know that file. */
const asksWhatItMay: EvidenceRule = ({ features, identity }) =>
  features.robotsTxt > 0 &&
  identity.agentKind === 'browser' &&
  identity.crawler === null &&
  features.distinctPages >= MANY_PAGES
    ? weigh('ASKS_ROBOTS_TXT', {
        value: features.robotsTxt,
        text: `read robots.txt as crawlers do, and ${features.distinctPages} pages under a browser’s name`,
      })
    : null;

const machineRhythm: EvidenceRule = ({ features }) =>
  features.gapVariation !== null &&
  features.gapVariation < 0.6 &&
  features.distinctPages >= MANY_PAGES
    ? weigh('MACHINE_RHYTHM', {
        value: features.gapVariation,
        baseline: 1,
        text: `turns pages like clockwork, one every ${((features.medianGapMs ?? 0) / 1000).toFixed(1)} s`,
      })
    : null;

const neverReferred: EvidenceRule = ({ features }, estate) =>
  features.distinctPages >= 10 &&
  features.referredPages <= features.pages * 0.05 &&
  servesAssets(estate.profile(features.site))
    ? weigh('NEVER_COMES_FROM_A_PAGE', {
        value: features.referredPages,
        strength: Math.min(2, Math.log10(features.distinctPages)),
        text: 'opens page after page without ever following a link',
      })
    : null;

const refersOnlyAssets: EvidenceRule = ({ features }) =>
  features.distinctPages >= MANY_PAGES &&
  features.referredPages <= features.pages * 0.05 &&
  features.assets >= features.pages &&
  features.referredAssets >= features.assets * 0.8
    ? weigh('REFERS_ONLY_ASSETS', {
        value: features.referredPages,
        strength: Math.min(1.4, Math.log10(features.distinctPages) / 1.5),
        text: `loads the images of ${features.pages} pages with a referrer, yet came to none of these pages by a link`,
      })
    : null;

/** Fewer page turns tell as much where nothing of what the pages show is loaded. */
const hurriesThroughPages: EvidenceRule = (visitor, estate) => {
  const { assets, pageTurns, longestPauseMs, site } = visitor.features;
  const isBare = assets === 0 && servesAssets(estate.profile(site));
  const known = collectsWithoutPause(visitor, estate);
  if (known !== null || !isBare || !hurries(visitor.features, estate)) return known;
  return weigh('READS_WITHOUT_PAUSE', {
    value: longestPauseMs ?? 0,
    text: `turned ${pageTurns} pages, loaded nothing of what they show, and never stayed on one for longer than ${Math.round((longestPauseMs ?? 0) / 1000)} s`,
  });
};

const dayAndNight: EvidenceRule = ({ features }) =>
  features.activeHours >= 16 && features.distinctPages >= MANY_PAGES
    ? weigh('DAY_AND_NIGHT', {
        value: features.activeHours,
        text: `read on through ${features.activeHours} different hours`,
      })
    : null;

const fingerprintCrowd: EvidenceRule = ({ features }, estate) => {
  const campaign = estate.campaignOf(features.readerCell);
  if (campaign?.threat !== 'OAT-011') return null;
  return weigh('SAME_FINGERPRINT_CROWD', {
    value: campaign.observed,
    baseline: campaign.expected,
    strength: Math.min(4, Math.log(campaign.observed / campaign.expected)),
    text: `is one of ${campaign.observed} addresses that read the same way with ${campaign.traits}; the rest of the estate would explain ${campaign.expected.toFixed(1)}`,
  });
};

/** OAT-011 Scraping: content collected in bulk. Verified and declared crawlers do so too and are subtracted. */
export const scraping: Threat = {
  id: 'OAT-011',
  name: 'Scraping',
  definition: 'Content or data is collected in bulk, to be used or published elsewhere.',
  signals: [
    'far more pages than visitors of the site read',
    'pages without their images, styles and scripts',
    'no links followed, identifiers counted up',
    'a fixed pace, day and night',
    'many addresses that read alike with one fingerprint',
  ],
  confounders: [
    'search engines and other crawlers that are verified or say who they are',
    'people who open many pages in a browser',
    'monitors and feed readers',
    'apps and API clients, which load no assets',
  ],
  notVisible: ['what becomes of the content'],
  visibility: 'strong',
  prior: -4.5,
  rules: [
    ...identityRules,
    changesAgent,
    readsMore,
    takesPagesOnly,
    softwareReads,
    asksWhatItMay,
    machineRhythm,
    neverReferred,
    refersOnlyAssets,
    dayAndNight,
    fingerprintCrowd,
    bareCrowd('collecting'),
    hurriesThroughPages,
    countsUp(({ distinctPaths }) => distinctPaths >= 8),
  ],
};
