import {
  type Baseline,
  type BaselineFeature,
  type Campaign,
  type Estate,
  type FittedWeights,
  type Membership,
  type SiteProfile,
} from '#libs/intent';

/** The estate of one cycle, held in memory: what every visitor is compared with. */
export class EstateSnapshot implements Estate {
  readonly #baselines: ReadonlyMap<string, Baseline>;
  readonly #profiles: ReadonlyMap<string, SiteProfile>;
  readonly #campaigns: ReadonlyMap<string, Campaign>;
  #weights: FittedWeights | undefined;

  constructor(
    readonly from: number,
    readonly to: number,
    readonly baselines: readonly Baseline[],
    profiles: readonly SiteProfile[],
    readonly campaigns: readonly Campaign[],
    readonly memberships: ReadonlyMap<string, Membership> = new Map(),
  ) {
    this.#baselines = new Map(baselines.map((one) => [`${one.site} ${one.feature}`, one]));
    this.#profiles = new Map(profiles.map((one) => [one.site, one]));
    this.#campaigns = new Map(campaigns.map((one) => [one.cell, one]));
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
    return this.#baselines.get(`${site} ${feature}`) ?? null;
  }

  profile(site: string): SiteProfile | null {
    return this.#profiles.get(site) ?? null;
  }

  campaignOf(cell: string): Campaign | null {
    return this.#campaigns.get(cell) ?? null;
  }

  membershipOf(address: string): Membership | null {
    return this.memberships.get(address) ?? null;
  }
}
