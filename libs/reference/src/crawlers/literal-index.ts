/** How many leading characters pick the candidates at a position of the text. */
const KEY_LENGTH = 4;

/**
 * Finds which of many literals occur in a text, in one pass: at every position the next four
 * characters pick the few literals that could start there. Literals shorter than four are refused.
 */
export class LiteralIndex<Value> {
  readonly #byStart = new Map<string, { literal: string; value: Value }[]>();

  add(literal: string, value: Value): void {
    if (literal.length < KEY_LENGTH) throw new Error(`literal too short to index: ${literal}`);
    const key = literal.slice(0, KEY_LENGTH);
    const bucket = this.#byStart.get(key);
    if (bucket === undefined) this.#byStart.set(key, [{ literal, value }]);
    else bucket.push({ literal, value });
  }

  /** Calls `found` for every occurrence, from left to right. */
  scan(text: string, found: (value: Value) => void): void {
    for (let at = 0; at + KEY_LENGTH <= text.length; at += 1) {
      for (const { literal, value } of this.#byStart.get(text.slice(at, at + KEY_LENGTH)) ?? []) {
        if (text.startsWith(literal, at)) found(value);
      }
    }
  }
}
