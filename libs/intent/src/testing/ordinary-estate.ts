import { type Baseline } from '../baseline.js';
import { type Campaign } from '../campaigns/campaign.js';
import { type Membership } from '../campaigns/membership.js';
import { type Estate } from '../estate.js';
import { type SiteProfile } from '../site-profile.js';

const hour = 3_600_000;

const profile: SiteProfile = {
  site: 'shop.example',
  visitors: 1_000,
  requests: 50_000,
  readers: 700,
  assetLoaders: 650,
  assetShare: 0.93,
  longestPauseMs: 1_500_000,
  serviceTimeMs: 2_000_000,
};

/** Quantiles at 0, 25, 50, 75, 90, 95, 99, 99.9 and 100 %. */
const quantiles: Readonly<Record<string, readonly number[]>> = {
  requests: [1, 5, 20, 60, 120, 200, 400, 900, 2_000],
  distinctPages: [1, 2, 4, 8, 15, 22, 40, 60, 70],
  peakMinute: [1, 2, 4, 8, 14, 20, 30, 60, 90],
  unreferredNotFound: [0, 0, 0, 0, 1, 1, 2, 5, 9],
  loginFailures: [0, 0, 0, 0, 1, 2, 4, 6, 8],
  searches: [0, 0, 0, 1, 3, 5, 9, 15, 20],
};

/** A middling shop on a middling day; `overrides` replaces parts of it. */
export function estateWith(overrides: {
  readonly profile?: Partial<SiteProfile>;
  readonly campaigns?: readonly Campaign[];
  /** Quantiles of features whose ordinary size is another than usual. */
  readonly baselines?: Readonly<Record<string, readonly number[]>>;
  /** Of how many visitors baselines were taken; 1,000 unless given. */
  readonly visitors?: number;
  /** Of the visitor that is judged. */
  readonly membership?: Membership;
}): Estate {
  const to = 1_800_000_000_000;
  return {
    from: to - 24 * hour,
    to,
    baseline: (site, feature): Baseline => ({
      site,
      feature,
      visitors: overrides.visitors ?? 1_000,
      quantiles: overrides.baselines?.[feature] ?? quantiles[feature] ?? [],
    }),
    profile: () => ({ ...profile, ...overrides.profile }),
    campaignOf: (cell) => overrides.campaigns?.find((campaign) => campaign.cell === cell) ?? null,
    membershipOf: () => overrides.membership ?? null,
  };
}
