/** How fast a bucket leaks and when it overflows. */
export interface BucketRule {
  /** It overflows with one event more than this that has not leaked out. 0: every event is an overflow. */
  readonly capacity: number;
  /** Milliseconds until one event has leaked out. */
  readonly leakMs: number;
}

/**
 * A leaky bucket as CrowdSec keeps them: a token bucket of `capacity` tokens that gains one each `leakMs`; an event without a token
 * overflows it. Of events with the same value only the first counts, for as long as the bucket lives: it is emptied for good when
 * nothing came for `(capacity + 1) × leakMs`. Source: CrowdSec documentation, "Scenarios", and pkg/leakybucket of its engine.
 */
export class LeakyBucket {
  readonly #rule: BucketRule;
  #tokens: number;
  #last: number | undefined;
  #seen = new Set<string>();

  constructor(rule: BucketRule) {
    this.#rule = rule;
    this.#tokens = rule.capacity;
  }

  /**
   * Pours an event in.
   * @param time milliseconds; not before the last event's
   * @param value what has to differ for the event to count; undefined counts every event
   * @returns whether it overflowed; it starts anew then
   */
  pour(time: number, value?: string): boolean {
    const { capacity, leakMs } = this.#rule;
    if (this.#last !== undefined && time - this.#last > (capacity + 1) * leakMs) this.#empty();
    if (value !== undefined) {
      if (this.#seen.has(value)) return false;
      this.#seen.add(value);
    }
    const gained = this.#last === undefined ? 0 : (time - this.#last) / leakMs;
    this.#tokens = Math.min(capacity, this.#tokens + gained);
    this.#last = time;
    if (this.#tokens < 1) {
      this.#empty();
      return true;
    }
    this.#tokens -= 1;
    return false;
  }

  #empty(): void {
    this.#tokens = this.#rule.capacity;
    this.#last = undefined;
    this.#seen = new Set();
  }
}
