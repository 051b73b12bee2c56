import { type BlockWriter } from './block-writer.js';
import { NumberColumn } from './number-column.js';
import { WideNumberColumn } from './wide-number-column.js';

/** How many members the list of each row has; where lists end is how Native says it. */
export class ListOffsets {
  readonly #counts = new NumberColumn('UInt32');

  get isDefault(): boolean {
    return this.#counts.isDefault;
  }

  set(row: number, count: number): void {
    this.#counts.set(row, count);
  }

  clear(rows: number): void {
    this.#counts.clear(rows);
  }

  /** Writes the ends of rows `[from, to)`. @returns which members they hold */
  write(writer: BlockWriter, from: number, to: number): { from: number; to: number } {
    const counts = this.#counts.values(to);
    const ends = new WideNumberColumn('UInt64');
    let first = 0;
    for (let row = 0; row < from; row++) first += counts[row] ?? 0;
    let last = first;
    for (let row = from; row < to; row++) {
      last += counts[row] ?? 0;
      ends.set(row - from, last - first);
    }
    ends.write(writer, 0, to - from);
    return { from: first, to: last };
  }
}
