/** Counts what happens in a sliding window, as the limits of APIs do. */
export class RateWindow {
  #times: number[] = [];

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly now: () => number,
  ) {}

  /** True when it is within the limit, and counted then. */
  admits(): boolean {
    const now = this.now();
    this.#times = this.#times.filter((at) => at > now - this.windowMs);
    if (this.#times.length >= this.most) return false;
    this.#times.push(now);
    return true;
  }

  /** Milliseconds until one more is admitted. */
  waitMs(): number {
    return Math.max(0, Math.min(...this.#times) + this.windowMs - this.now());
  }
}
