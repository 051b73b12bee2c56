import { FLAT_FIELDS, type FlatPlan } from './flat-plan.js';
import { type FlatValues, ValueKind } from './flat-values.js';

const FIELDS = Object.keys(FLAT_FIELDS).length;

/** Which values of a flat object its fields are, by the numbers of the fields. */
export class FlatFields {
  readonly #kinds = new Uint8Array(FIELDS);
  readonly #starts = new Int32Array(FIELDS);
  readonly #ends = new Int32Array(FIELDS);
  #plan: FlatPlan | null = null;

  constructor(private readonly values: FlatValues) {}

  /** Of each field the first value that says something. @returns false where another one does that is read as text */
  choose(plan: FlatPlan): boolean {
    const { kinds } = this.values;
    if (plan !== this.#plan) this.#forget(plan);
    for (const place of plan.silent) if (kinds[place] !== ValueKind.nothing) return false;
    for (const { field, places } of plan.fields) this.#chooseFor(field, places);
    return true;
  }

  /** Whether a field says anything. */
  has(field: number): boolean {
    return this.#kinds[field] !== ValueKind.nothing;
  }

  /** Whether a field says nothing but a text, if anything. */
  isText(field: number): boolean {
    const kind = this.#kinds[field];
    return kind === ValueKind.text || kind === ValueKind.nothing;
  }

  /** Where begins what it says; the same as the end where it says nothing. */
  startOf(field: number): number {
    return this.#starts[field] ?? 0;
  }

  endOf(field: number): number {
    return this.#ends[field] ?? 0;
  }

  #chooseFor(field: number, places: readonly number[]): void {
    const { kinds, starts, ends } = this.values;
    this.#kinds[field] = ValueKind.nothing;
    this.#starts[field] = 0;
    this.#ends[field] = 0;
    for (const place of places) {
      const kind = kinds[place] ?? ValueKind.nothing;
      if (kind === ValueKind.nothing) continue;
      this.#kinds[field] = kind;
      this.#starts[field] = starts[place] ?? 0;
      this.#ends[field] = ends[place] ?? 0;
      return;
    }
  }

  /** Fields that a plan has no place for say nothing. */
  #forget(plan: FlatPlan): void {
    this.#plan = plan;
    this.#kinds.fill(ValueKind.nothing);
    this.#starts.fill(0);
    this.#ends.fill(0);
  }
}
