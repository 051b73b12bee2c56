import {
  type Baseline,
  type BaselineFeature,
  type Campaign,
  type Estate,
  type FittedWeights,
  type Membership,
  type SiteProfile,
} from '#libs/intent';
import { type Crowds } from '../campaigns/crowds.js';
import { type EstateBaselines } from './read-baselines.js';

/** The estate of one cycle, held in memory: what every visitor is compared with. */
export class EstateSnapshot implements Estate {
  /** As counted in this window: what is written down of it. */
  readonly baselines: readonly Baseline[];
  readonly #baselines: ReadonlyMap<string, ReadonlyMap<string, Baseline>>;
  readonly #profiles: ReadonlyMap<string, SiteProfile>;
  readonly campaigns: readonly Campaign[];
  readonly #campaigns: ReadonlyMap<string, Campaign>;
  readonly #memberships: ReadonlyMap<string, Membership>;
  #weights: FittedWeights | undefined;

  constructor(
    readonly from: number,
    readonly to: number,
    { counted, blended }: EstateBaselines,
    profiles: readonly SiteProfile[],
    { campaigns, memberships }: Crowds,
  ) {
    this.campaigns = campaigns;
    this.#memberships = memberships;
    this.baselines = counted;
    this.#baselines = bySiteAndFeature(blended);
    this.#profiles = new Map(profiles.map((one) => [one.site, one]));
    this.#campaigns = new Map(
      campaigns.filter(({ cell }) => cell !== '').map((one) => [one.cell, one]),
    );
  }

  /** Weights that replace the assumed ones; undefined where the assumed ones hold. */
  get weights(): FittedWeights | undefined {
    return this.#weights;
  }

  /** The same estate, its visitors judged by these weights. */
  judgedBy(weights: FittedWeights | undefined): this {
    this.#weights = weights;
    return this;
  }

  baseline(site: string, feature: BaselineFeature): Baseline | null {
    return this.#baselines.get(site)?.get(feature) ?? null;
  }

  profile(site: string): SiteProfile | null {
    return this.#profiles.get(site) ?? null;
  }

  campaignOf(cell: string): Campaign | null {
    return this.#campaigns.get(cell) ?? null;
  }

  membershipOf(address: string): Membership | null {
    return this.#memberships.get(address) ?? null;
  }
}

/** Rules ask for baselines several times a visitor: two look-ups cost less than to put a name together. */
function bySiteAndFeature(
  baselines: readonly Baseline[],
): ReadonlyMap<string, ReadonlyMap<string, Baseline>> {
  const sites = new Map<string, Map<string, Baseline>>();
  for (const one of baselines) {
    const known = sites.get(one.site) ?? new Map<string, Baseline>();
    sites.set(one.site, known.set(one.feature, one));
  }
  return sites;
}
