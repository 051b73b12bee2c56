import { type Source } from '../source.js';
import { FlatFields } from './flat-fields.js';
import { Fit, type FlatLayout, flatLayoutOf } from './flat-layout.js';
import { FlatPieces } from './flat-pieces.js';
import { type FlatPlan, flatPlanOf } from './flat-plan.js';
import { FlatValues } from './flat-values.js';
import { type LineBytes } from './line-bytes.js';

/** Layouts remembered: a server writes a handful. */
const MOST_LAYOUTS = 8;
/** Of objects of no known layout the first ones are looked at, and then one in so many: a look costs as much as reading one. */
const FIRST_LOOKS = 64;
const LOOK_EVERY = 64;

/** A layout, and what the values of its objects are; no plan where they are read as text. */
interface KnownLayout {
  readonly layout: FlatLayout;
  readonly plan: FlatPlan | null;
}

/** Reads the flat JSON objects of one source, whose keys come in the same order again and again, by the places of their values. */
export class FlatObjects {
  readonly fields: FlatFields;
  readonly read: FlatPieces;
  readonly #values = new FlatValues();
  readonly #known: KnownLayout[] = [];
  #strangers = 0;

  /** @param isTaken whether objects with a key are read by others */
  constructor(
    private readonly line: LineBytes,
    private readonly source: Source,
    private readonly isTaken: (key: string) => boolean,
  ) {
    this.fields = new FlatFields(this.#values);
    this.read = new FlatPieces(line, this.fields);
  }

  /** Takes the line apart, into `fields` and `read`. @returns its plan; null where it has to be read as text */
  take(): FlatPlan | null {
    const plan = this.#planOf();
    return plan !== null && this.fields.choose(plan) && this.read.read() ? plan : null;
  }

  /** Takes the values. */
  #planOf(): FlatPlan | null {
    const known = this.#known;
    for (let at = 0; at < known.length; at++) {
      const one = known[at];
      const fit = one?.layout.read(this.line, this.#values);
      if (one === undefined || fit === Fit.odd) return null;
      if (fit === Fit.other) continue;
      if (at > 0) this.#prefer(at, one);
      return one.plan;
    }
    return this.#learn();
  }

  /** The last one met is tried first. */
  #prefer(at: number, one: KnownLayout): void {
    this.#known.splice(at, 1);
    this.#known.unshift(one);
  }

  #learn(): FlatPlan | null {
    this.#strangers += 1;
    if (this.#strangers > FIRST_LOOKS && this.#strangers % LOOK_EVERY !== 0) return null;
    const layout = flatLayoutOf(this.line);
    if (layout === null) return null;
    const isTaken = layout.keys.some((key) => this.isTaken(key));
    const plan = isTaken ? null : flatPlanOf(this.source, layout.keys);
    if (this.#known.length === MOST_LAYOUTS) this.#known.pop();
    this.#known.unshift({ layout, plan });
    layout.read(this.line, this.#values);
    return plan;
  }
}
