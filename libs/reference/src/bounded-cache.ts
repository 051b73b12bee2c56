/**
 * Remembers what was derived from recently seen texts, in bounded memory: two generations of a map,
 * the older dropped when the younger is full. It never changes a result, only its cost.
 */
export class BoundedCache<Value extends object> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();

  constructor(private readonly entriesPerGeneration: number) {}

  get(key: string, derive: (key: string) => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? derive(key);
    if (this.#young.size >= this.entriesPerGeneration) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
