/** How many blocks may be in memory at a time, over all partitions; who waits is let in in the order of coming. */
export class BlockSlots {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves when a block may be begun. */
  take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    return new Promise((enter) => this.#waiting.push(enter));
  }

  /** For each `take`, when its block is stored or given up. */
  give(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
