import { type EventBlock } from '#libs/store';

/**
 * How many blocks may be in memory at a time, over all partitions; who waits is let in in the order of coming. The memory of
 * blocks that were stored serves those that come.
 */
export class BlockSlots {
  readonly #waiting: (() => void)[] = [];
  readonly #used: EventBlock[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves when a block may be begun, to one that was used before if there is one. */
  async take(): Promise<EventBlock | undefined> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((enter) => this.#waiting.push(enter));
    return this.#used.pop();
  }

  /**
   * For each `take`, when its block is stored or given up.
   *
   * @param used the block, when nobody looks at it any more: not where it was given up and may still be on its way
   */
  give(used?: EventBlock): void {
    if (used !== undefined) this.#used.push(used);
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
