import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';

const FIRST_ROWS = 1_024;

/** Numbers of single precision. */
export class FloatColumn implements Column {
  readonly type = 'Float32';
  isDefault = true;
  #values: Float32Array;

  /** `standard` is the default of the table's column. */
  constructor(private readonly standard = 0) {
    this.#values = new Float32Array(FIRST_ROWS).fill(standard);
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row);
    this.#values[row] = value;
    if (value !== this.standard) this.isDefault = false;
  }

  write(writer: BlockWriter, from: number, to: number): void {
    if (to > this.#values.length) this.#grow(to);
    const { buffer, byteOffset, byteLength } = this.#values.subarray(from, to);
    writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
  }

  clear(rows: number): void {
    this.#values.fill(this.standard, 0, rows);
    this.isDefault = true;
  }

  #grow(row: number): void {
    const larger = new Float32Array(Math.max(row + 1, this.#values.length * 2));
    larger.fill(this.standard, this.#values.length);
    larger.set(this.#values);
    this.#values = larger;
  }
}
