import { type Suspect, type TraitName, traitNames } from './suspect.js';

/** Values seen fewer times than this, on both sides together, are one value: they tell nothing by themselves. */
const RARE = 5;
/** Added to every count (Jeffreys' prior). */
const SMOOTHING = 0.5;

/** A visitor's traits as places in the list of values, trait by trait; 0 stands for all rare values. */
export type TraitPlaces = Int32Array;

/** The values of each trait that are worth telling apart, over everybody compared. */
export class TraitValues {
  readonly #places: readonly ReadonlyMap<string, number>[];

  constructor(visitors: readonly Suspect[]) {
    this.#places = traitNames.map((trait) => commonValues(visitors, trait));
  }

  placesOf({ traits }: Suspect): TraitPlaces {
    return Int32Array.from(traitNames, (trait, i) => this.#places[i]?.get(traits[trait]) ?? 0);
  }

  /** How many values each trait has, the rare ones as one. */
  get counts(): readonly number[] {
    return this.#places.map(({ size }) => size + 1);
  }
}

/** How often each value of each trait occurs among some visitors, smoothed to log probabilities. */
export class TraitTable {
  readonly #logs: readonly Float64Array[];

  private constructor(sums: readonly Float64Array[]) {
    this.#logs = sums.map((sum) => {
      const total = sum.reduce((all, count) => all + count, 0);
      return sum.map((count) => Math.log(count / total));
    });
  }

  static of(counts: readonly number[], visitors: readonly TraitPlaces[]): TraitTable {
    return new TraitTable(counted(counts, visitors, SMOOTHING));
  }

  /**
   * What is left of the visitors when those that follow `usual` are taken away: all but `excess` of them. Shrunk
   * towards `usual` by twice the square root of their number, the size of chance.
   */
  static beyond(
    counts: readonly number[],
    visitors: readonly TraitPlaces[],
    usual: TraitTable,
    excess: number,
  ): TraitTable {
    const ordinary = visitors.length - excess;
    const shrinkage = 2 * Math.sqrt(visitors.length);
    const sums = counted(counts, visitors, 0).map((sum, trait) =>
      sum.map((count, place) => {
        const share = Math.exp(usual.#logs[trait]?.[place] ?? 0);
        return Math.max(0, count - ordinary * share) + shrinkage * share;
      }),
    );
    return new TraitTable(sums);
  }

  /** Natural log of the probability of the visitor's value of a trait, by the trait's place in `traitNames`. */
  log(places: TraitPlaces, trait: number): number {
    return this.#logs[trait]?.[places[trait] ?? 0] ?? 0;
  }
}

function counted(
  counts: readonly number[],
  visitors: readonly TraitPlaces[],
  smoothing: number,
): readonly Float64Array[] {
  const sums = counts.map((values) => new Float64Array(values).fill(smoothing));
  for (const places of visitors)
    sums.forEach((sum, trait) => {
      const place = places[trait] ?? 0;
      sum[place] = (sum[place] ?? 0) + 1;
    });
  return sums;
}

function commonValues(visitors: readonly Suspect[], trait: TraitName): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of visitors) {
    counts.set(traits[trait], (counts.get(traits[trait]) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= RARE);
  return new Map(common.map(([value], i) => [value, i + 1]));
}
