/** How many leading characters pick the candidates at a position of the text. */
const KEY_LENGTH = 4;

/** Seven bits a character, so that four of them are one small integer. */
const CHARACTER_BITS = 7;
const CHARACTER_MASK = (1 << CHARACTER_BITS) - 1;
const KEY_MASK = (1 << (CHARACTER_BITS * KEY_LENGTH)) - 1;

/** Slots that keys are spread over; thirty times the literals, so that most positions meet none. */
const SLOT_BITS = 16;

/** 2^32 divided by the golden ratio: spreads keys evenly (Knuth, multiplicative hashing). */
const SPREAD = 0x9e37_79b1;

/** Called at every character; a global is looked up each time. */
const { imul } = Math;

interface Entry<Value> {
  readonly literal: string;
  readonly value: Value;
}

/**
 * Finds which of many literals occur in a text, in one pass: at every position the next four
 * characters pick the few literals that could start there. Literals shorter than four are refused.
 */
export class LiteralIndex<Value> {
  static readonly shortest = KEY_LENGTH;

  /** Number of the bucket of each slot; 0 is none. */
  readonly #slots = new Uint16Array(1 << SLOT_BITS);
  readonly #buckets: Entry<Value>[][] = [[]];

  add(literal: string, value: Value): void {
    if (literal.length < KEY_LENGTH) throw new Error(`literal too short to index: ${literal}`);
    let key = 0;
    for (let at = 0; at < KEY_LENGTH; at += 1) key = extended(key, literal.charCodeAt(at));
    const slot = slotOf(key);
    const known = this.#slots[slot] ?? 0;
    if (known === 0) this.#slots[slot] = this.#buckets.push([{ literal, value }]) - 1;
    else this.#buckets[known]?.push({ literal, value });
  }

  /** Calls `found` for every occurrence, from left to right. */
  scan(text: string, found: (value: Value, at: number) => void): void {
    const slots = this.#slots;
    const { length } = text;
    let key = 0;
    for (let end = 0; end < length; end += 1) {
      key = extended(key, text.charCodeAt(end));
      const bucket = slots[slotOf(key)];
      if (bucket !== 0 && bucket !== undefined)
        this.#tell(bucket, text, end - KEY_LENGTH + 1, found);
    }
  }

  #tell(bucket: number, text: string, at: number, found: (value: Value, at: number) => void): void {
    for (const { literal, value } of this.#buckets[bucket] ?? [])
      if (at >= 0 && text.startsWith(literal, at)) found(value, at);
  }
}

/** The key of the last four characters when one more is read. */
function extended(key: number, code: number): number {
  return ((key << CHARACTER_BITS) | (code & CHARACTER_MASK)) & KEY_MASK;
}

function slotOf(key: number): number {
  return imul(key, SPREAD) >>> (32 - SLOT_BITS);
}
