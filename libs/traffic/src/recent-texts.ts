interface Entry<Value> {
  readonly text: string;
  readonly value: Value;
}

const SAMPLES = 12;

/** Characters of a text that is remembered: a slot for every long one would be hundreds of megabytes. */
const LONGEST = 256;

/**
 * What was last found out about texts, one of them a slot: a few array accesses instead of the search
 * of a large map, which waits for memory. Slots are chosen by the length and some characters, so texts
 * can be made that share one: then nothing is remembered, and nothing else happens.
 */
export class RecentTexts<Value> {
  readonly #slots: (Entry<Value> | undefined)[];
  readonly #mask: number;

  /** @param bits two to the power of them is the number of slots */
  constructor(bits: number) {
    this.#slots = Array.from({ length: 2 ** bits }, () => undefined);
    this.#mask = 2 ** bits - 1;
  }

  /** What `find` says of the text, now or when it was last asked; `find` has to answer the same always. */
  get(text: string, find: (text: string) => Value): Value {
    const slot = slotOf(text) & this.#mask;
    const known = this.#slots[slot];
    if (known?.text === text) return known.value;
    const value = find(text);
    if (text.length > LONGEST) return value;
    // A copy, because V8 would keep the whole chunk of log alive for a slice of it.
    this.#slots[slot] = { text: ` ${text}`.slice(1), value };
    return value;
  }
}

/** Mixes the length, characters from all over the text, and its end, where texts that look alike differ. */
function slotOf(text: string): number {
  const { length } = text;
  const step = length > SAMPLES ? Math.floor(length / SAMPLES) : 1;
  let mixed = length;
  for (let at = 0; at < length; at += step) mixed = (mixed * 31 + text.charCodeAt(at)) | 0;
  for (let at = Math.max(0, length - 5); at < length; at++) {
    mixed = (mixed * 31 + text.charCodeAt(at)) | 0;
  }
  return mixed ^ (mixed >>> 15);
}
