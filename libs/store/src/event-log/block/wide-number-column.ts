import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';
import { NumberColumn } from './number-column.js';

const TWO_TO_32 = 4_294_967_296;

/** Exact whole numbers from 0 to 2^53 in 64 bits. Kept as pairs, because bigints cost an allocation each. */
export class WideNumberColumn implements Column {
  readonly #halves = new NumberColumn('UInt32');

  constructor(readonly type: 'UInt64' | `DateTime64(${string})`) {}

  get isDefault(): boolean {
    return this.#halves.isDefault;
  }

  set(row: number, value: number): void {
    this.#halves.set(2 * row, value % TWO_TO_32);
    this.#halves.set(2 * row + 1, Math.floor(value / TWO_TO_32));
  }

  write(writer: BlockWriter, from: number, to: number): void {
    this.#halves.write(writer, 2 * from, 2 * to);
  }

  clear(rows: number): void {
    this.#halves.clear(2 * rows);
  }
}
