import { type Baseline, baselineLevels } from '../baseline.js';
import { type Campaign } from '../campaigns/campaign.js';
import { type CampaignKind } from '../campaigns/campaign-kind.js';
import { type Estate } from '../estate.js';
import { type SiteProfile } from '../site-profile.js';
import { LOGIN_CROWD, READER_CROWD } from './trial-visitor.js';

const profile: SiteProfile = {
  site: 'x',
  visitors: 1_000,
  requests: 50_000,
  readers: 700,
  assetLoaders: 650,
  assetShare: 0.9,
  longestPauseMs: 1_200_000,
  serviceTimeMs: 1_000,
};

const crowd = (threat: Campaign['threat'], kind: Campaign['kind'], cell: string): Campaign => ({
  id: cell,
  threat,
  kind,
  site: 'x',
  cell,
  observed: 200,
  expected: 4,
  membership: 0.98,
  traits: cell,
  firstSeen: 0,
  lastSeen: 86_400_000,
  start: 0,
  phases: [],
});

const campaigns = [
  crowd('OAT-008', 'login', LOGIN_CROWD),
  crowd('OAT-011', 'reading', READER_CROWD),
];

/** A crowd of its own for every cell of `actorCells`, which begin with the site and the deed. */
function actorCrowd(cell: string): Campaign | null {
  const [site, deed] = cell.split(' ');
  return site === 'x' ? crowd('OAT-021', deed as CampaignKind, cell) : null;
}

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
  campaignOf: (cell) => campaigns.find((campaign) => campaign.cell === cell) ?? actorCrowd(cell),
  membershipOf: () => null,
};
