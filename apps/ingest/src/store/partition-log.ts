import { type AppendResult, type EventBatch } from '#libs/store';
import { type RowBatch } from '../batch/row-batches.js';

/** Stores one proposed batch; undefined when given up. */
export type Append = (batch: EventBatch) => Promise<AppendResult | undefined>;

/**
 * What of one partition is stored, as far as we know, for as long as one assignment lasts. Batches are
 * stored one at a time in the order of `inTurn`.
 *
 * Contract: stored batches form a chain without a hole. Once one batch could not be stored, those that
 * were already waiting behind it are refused too, until the source delivers again from `tail`.
 */
export class PartitionLog {
  #tail: number;
  #tailReadAt = performance.now();
  #round = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    readonly topic: string,
    readonly partition: number,
    tail: number,
  ) {
    this.#tail = tail;
  }

  /** The offset after the last stored record; -1 when nothing is stored. */
  get tail(): number {
    return this.#tail;
  }

  /**
   * Runs `storeAll` when the batches before have been dealt with. It answers whether everything was
   * stored; it is not called when something before it was not.
   */
  inTurn(storeAll: () => Promise<boolean>): Promise<void> {
    const round = this.#round;
    const turn = this.#last.then(async () => {
      if (round === this.#round && !(await storeAll())) this.#round += 1;
    });
    this.#last = turn.catch(() => {
      this.#round += 1;
    });
    return turn;
  }

  /**
   * Stores with `append` the rows that are not stored yet.
   *
   * @returns false when `append` gave up
   */
  async store({ block }: RowBatch, append: Append): Promise<boolean> {
    if (block.end <= this.#tail) return true;
    const start = Math.max(0, this.#tail);
    const result = await append({ block, start, collectedAt: this.#tailReadAt });
    if (result === undefined) return false;
    this.#tail = result.tail;
    this.#tailReadAt = performance.now();
    return true;
  }
}
