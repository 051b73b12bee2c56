import { type Baseline, baselineLevels } from '../baseline.js';
import { type Estate } from '../estate.js';
import { type SiteProfile } from '../site-profile.js';

const profile: SiteProfile = {
  site: 'x',
  visitors: 1_000,
  requests: 50_000,
  readers: 700,
  assetLoaders: 650,
  assetShare: 0.9,
  serviceTimeMs: 1_000,
};

/** An estate where next to nobody does much, so that whatever a trial visitor does stands out. */
export const trialEstate: Estate = {
  from: 0,
  to: 86_400_000,
  baseline: (site, feature): Baseline => ({
    site,
    feature,
    visitors: 1_000,
    quantiles: baselineLevels.map((level) => level * 2),
  }),
  profile: () => profile,
  campaignOf: () => null,
  membershipOf: () => null,
};
