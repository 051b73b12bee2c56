import { type Estate } from '../estate.js';
import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';
import { servesAssets } from '../site-profile.js';
import { hurries } from './hurries.js';
import { isCrowd } from './is-crowd.js';
import { logsInForNothing } from '../threats/logs-in-for-nothing.js';
import { probesOf } from '../threats/probes-of.js';
import { type VisitorFeatures } from '../visitor-features.js';

const MANY_HOURS = 18;

/**
 * Browsers that load no images (text browsers, data savers, those who block them) still name the page they come from;
 * most programs do not. Assumption, checked on labelled people.
 */
const OF_WHO_FOLLOWS_LINKS = 0.2;

const sparingOf = (features: VisitorFeatures): number =>
  comesByLinks(features) ? OF_WHO_FOLLOWS_LINKS : 1;

const comesByLinks = ({ pages, referredPages }: VisitorFeatures): boolean =>
  pages >= 2 && referredPages >= pages / 2;

/** Apps have their images, styles and scripts built in: that they load none says nothing. */
const pagesWithoutAssets: EvidenceRule = ({ features, identity }, estate) => {
  if (features.pages < 2 || features.assets > 0 || identity.agentKind === 'app') return null;
  const profile = estate.profile(features.site);
  if (!servesAssets(profile)) return null;
  return weigh('PAGES_WITHOUT_ASSETS', {
    value: features.pages,
    baseline: profile?.assetLoaders ?? null,
    strength: Math.min(1.5, Math.log10(features.pages) + 0.4) * sparingOf(features),
    text: `read ${features.pages} pages without one image, style or script, which this site’s pages have`,
  });
};

/** How much is left of what any browser does where nobody seems to read: whoever drives it, it loads and links the same. Assumption. */
const OF_A_HURRIED_BROWSER = 0.5;

const browserStrength = (features: VisitorFeatures, estate: Estate): number =>
  hurries(features, estate) ? OF_A_HURRIED_BROWSER : 1;

const loadsAssets: EvidenceRule = ({ features }, estate) =>
  features.assets >= 2 &&
  features.assets >= features.pages / 4 &&
  features.referredAssets >= features.assets / 2
    ? weigh('LOADS_ASSETS_LIKE_A_BROWSER', {
        value: features.assets,
        strength: Math.min(1, 0.5 + features.assets / 10) * browserStrength(features, estate),
        text: `loaded ${features.assets} assets from the pages it opened, as a browser does`,
      })
    : null;

const followsLinks: EvidenceRule = ({ features }, estate) =>
  comesByLinks(features)
    ? weigh('FOLLOWS_LINKS', {
        value: features.referredPages,
        strength: browserStrength(features, estate),
        text: `came to ${features.referredPages} of ${features.pages} pages by a link`,
      })
    : null;

const keepsCache: EvidenceRule = ({ features }, estate) =>
  features.notModified > 0 && features.assets > 0
    ? weigh('KEEPS_A_CACHE', {
        value: features.notModified,
        strength: browserStrength(features, estate),
        text: 'revalidates what it has cached',
      })
    : null;

const speculativeSockets: EvidenceRule = ({ features }) =>
  features.speculativeSockets > 0
    ? weigh('OPENS_SPECULATIVE_SOCKETS', {
        value: features.speculativeSockets,
        text: 'opens connections ahead of need, as browsers do',
      })
    : null;

const steadyRhythm: EvidenceRule = ({ features }) =>
  features.gapVariation !== null && features.gapVariation < 0.5 && features.requests >= 20
    ? weigh('STEADY_RHYTHM', {
        value: features.gapVariation,
        baseline: 1,
        strength: 1 + (0.5 - features.gapVariation),
        text: `its requests come like clockwork (gaps vary by ${percent(features.gapVariation)}; people's vary by more than 100 %)`,
      })
    : null;

/** Of one visitor: an office, a privacy relay or a carrier never sleeps either. */
const aroundTheClock: EvidenceRule = ({ features }) =>
  features.activeHours >= MANY_HOURS && !isCrowd(features)
    ? weigh('AROUND_THE_CLOCK', {
        value: features.activeHours,
        text: `was active in ${features.activeHours} different hours of the window: nobody sleeps there`,
      })
    : null;

const headRequests: EvidenceRule = ({ features }) =>
  features.heads > 0 && features.heads >= features.requests / 2
    ? weigh('HEAD_REQUESTS', {
        value: features.heads,
        text: 'asks mostly for headers, which browsers do not',
      })
    : null;

const probesLikeAScanner: EvidenceRule = ({ features }) => {
  const probes = probesOf(features);
  return probes > 0
    ? weigh('PROBES_LIKE_A_SCANNER', {
        value: probes,
        text: `asked for ${probes} paths that no page links to`,
      })
    : null;
};

const loginWithoutPage: EvidenceRule = ({ features }, estate) =>
  features.loginAttempts > 0 &&
  features.pages + features.loginPageViews + features.assets === 0 &&
  servesAssets(estate.profile(features.site))
    ? weigh('LOGIN_WITHOUT_PAGE', {
        value: features.loginAttempts,
        text: 'sends login forms it never opened',
      })
    : null;

const asksRobotsTxt: EvidenceRule = ({ features }) =>
  features.robotsTxt > 0
    ? weigh('ASKS_ROBOTS_TXT', { value: features.robotsTxt, text: 'reads robots.txt' })
    : null;

const failsLikeAProgram: EvidenceRule = ({ features }) =>
  features.loginFailures >= 10 && features.loginSuccesses * 10 < features.loginFailures
    ? weigh('FAILS_LIKE_A_PROGRAM', {
        value: features.loginFailures,
        text: `failed to log in ${features.loginFailures} times without giving up`,
      })
    : null;

const loggedIn: EvidenceRule = ({ features }, estate) =>
  features.loginSuccesses > 0 &&
  features.loginFailures <= 4 * features.loginSuccesses &&
  !logsInForNothing(features, estate)
    ? weigh('LOGGED_IN', { value: features.loginSuccesses, text: 'logged in successfully' })
    : null;

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** What the visitor's conduct gives away about its nature. */
export const conductRules: readonly EvidenceRule[] = [
  pagesWithoutAssets,
  loadsAssets,
  followsLinks,
  keepsCache,
  speculativeSockets,
  steadyRhythm,
  aroundTheClock,
  headRequests,
  probesLikeAScanner,
  loginWithoutPage,
  asksRobotsTxt,
  failsLikeAProgram,
  loggedIn,
];
