/**
 * Remembers what was derived from recently seen texts, in bounded memory: two generations of a map,
 * the older dropped when the younger is full. What it holds never changes a result, only its cost.
 */
export class BoundedCache<Value> {
  private young = new Map<string, Value>();
  private old = new Map<string, Value>();

  constructor(
    private readonly entriesPerGeneration: number,
    private readonly longestKey: number,
  ) {}

  get(key: string, derive: (key: string) => Value): Value {
    const known = this.young.get(key);
    if (known !== undefined) return known;
    if (key.length > this.longestKey) return derive(key);
    const kept = detached(key);
    const value = this.old.get(key) ?? derive(kept);
    if (this.young.size >= this.entriesPerGeneration) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(kept, value);
    return value;
  }
}

/** A copy, because V8 would keep the whole chunk of log alive for a slice of it. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
