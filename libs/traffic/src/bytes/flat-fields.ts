import { FLAT_FIELDS, type FlatField, type FlatPlan } from './flat-plan.js';
import { type FlatValues, ValueKind } from './flat-values.js';

/** Which values of a flat object its fields are. */
export class FlatFields {
  /** By the numbers of the fields. */
  readonly #places = new Int32Array(Object.keys(FLAT_FIELDS).length);

  constructor(private readonly values: FlatValues) {}

  /** Of each field the first value that says something. @returns false where another one does that is read as text */
  choose({ places, silent }: FlatPlan): boolean {
    const { kinds } = this.values;
    for (const place of silent) if (kinds[place] !== ValueKind.nothing) return false;
    for (let field = 0; field < places.length; field++) {
      let chosen = -1;
      for (const place of places[field] ?? []) {
        if (kinds[place] === ValueKind.nothing) continue;
        chosen = place;
        break;
      }
      this.#places[field] = chosen;
    }
    return true;
  }

  /** The place of what a field says among the values; -1 where it says nothing. */
  placeOf(field: FlatField): number {
    return this.#places[FLAT_FIELDS[field]] ?? -1;
  }

  /** Whether a field says nothing but a text, if anything. */
  isText(field: FlatField): boolean {
    const place = this.placeOf(field);
    return place < 0 || this.values.kinds[place] === ValueKind.text;
  }

  /** Where that begins; 0 where it says nothing. */
  startOf(field: FlatField): number {
    return this.values.starts[this.placeOf(field)] ?? 0;
  }

  endOf(field: FlatField): number {
    return this.values.ends[this.placeOf(field)] ?? 0;
  }
}
