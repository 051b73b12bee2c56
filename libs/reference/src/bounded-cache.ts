/** How much each of the two generations may hold. */
export interface CacheLimits {
  readonly entries: number;
  /** Characters of all keys together, so that long keys cannot fill the memory. */
  readonly characters: number;
}

/** Some 2 MB of keys a generation: user agents of an ordinary estate's day, an attack's first seconds. */
const USUAL: CacheLimits = { entries: 16_384, characters: 2_097_152 };

/**
 * Remembers what was derived from recently seen texts, in bounded memory: two generations of a map,
 * the older dropped when the younger is full. It never changes a result, only its cost.
 */
export class BoundedCache<Value extends object> {
  #young = new Map<string, Value>();
  #old = new Map<string, Value>();
  #characters = 0;

  constructor(private readonly limits: CacheLimits = USUAL) {}

  get(key: string, derive: (key: string) => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    const kept = detached(key);
    const value = old ?? derive(kept);
    this.#makeRoom(kept);
    this.#young.set(kept, value);
    return value;
  }

  #makeRoom({ length }: string): void {
    const { entries, characters } = this.limits;
    this.#characters += length;
    if (this.#young.size < entries && this.#characters <= characters) return;
    this.#old = this.#young;
    this.#young = new Map();
    this.#characters = length;
  }
}

/** A copy, because V8 would keep the whole chunk of log alive for a slice of it. */
function detached(text: string): string {
  return ` ${text}`.slice(1);
}
