import { type Suspect, type TraitName, traitNames } from './suspect.js';

/** Values seen fewer times than this, on both sides together, are one value: they tell nothing by themselves. */
const RARE = 5;
const RARE_VALUE = '(rare)';
/** Added to every count (Jeffreys' prior). */
const SMOOTHING = 0.5;

/** Weighted counts of trait values. */
type Counts = Map<string, number>;

/** How often each value of each trait occurs among some visitors, smoothed to probabilities. */
export class TraitTable {
  readonly #counts = new Map<TraitName, Counts>();
  readonly #values: TraitValues;
  #total = 0;

  constructor(values: TraitValues) {
    this.#values = values;
    for (const trait of traitNames) this.#counts.set(trait, new Map());
  }

  add(visitor: Suspect, weight: number): void {
    this.#total += weight;
    for (const trait of traitNames) {
      const value = this.#values.valueOf(visitor, trait);
      const counts = this.#counts.get(trait);
      counts?.set(value, (counts.get(value) ?? 0) + weight);
    }
  }

  /** Probability of the visitor's value of the trait, smoothed over the values there are. */
  probability(visitor: Suspect, trait: TraitName): number {
    const count = this.#counts.get(trait)?.get(this.#values.valueOf(visitor, trait)) ?? 0;
    const values = this.#values.count(trait);
    return (count + SMOOTHING) / (this.#total + SMOOTHING * values);
  }
}

/** The values of each trait that are worth telling apart, over everybody compared. */
export class TraitValues {
  readonly #common = new Map<TraitName, ReadonlySet<string>>();

  constructor(visitors: readonly Suspect[]) {
    for (const trait of traitNames) this.#common.set(trait, commonValues(visitors, trait));
  }

  valueOf({ traits }: Suspect, trait: TraitName): string {
    const value = traits[trait];
    return this.#common.get(trait)?.has(value) === true ? value : RARE_VALUE;
  }

  /** How many values there are, the rare ones as one. */
  count(trait: TraitName): number {
    return (this.#common.get(trait)?.size ?? 0) + 1;
  }
}

function commonValues(visitors: readonly Suspect[], trait: TraitName): ReadonlySet<string> {
  const counts: Counts = new Map();
  for (const { traits } of visitors) {
    counts.set(traits[trait], (counts.get(traits[trait]) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([value, count]) => (count >= RARE ? [value] : [])));
}
