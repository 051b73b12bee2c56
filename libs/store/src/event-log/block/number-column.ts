import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';

const KINDS = { UInt8: Uint8Array, UInt16: Uint16Array, UInt32: Uint32Array } as const;

const FIRST_ROWS = 1_024;
const NOTHING = new Uint32Array(0);

/** Whole numbers of up to 32 bits; all are kept in as many, so that one piece of code serves all columns. */
export class NumberColumn implements Column {
  isDefault = true;
  #values = NOTHING;

  constructor(readonly type: keyof typeof KINDS) {}

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row);
    this.#values[row] = value;
    if (value !== 0) this.isDefault = false;
  }

  /** At least `rows` values. */
  values(rows: number): Uint32Array {
    if (rows > this.#values.length) this.#grow(rows);
    return this.#values;
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const values = this.values(to).subarray(from, to);
    const { buffer, byteOffset, byteLength } =
      this.type === 'UInt32' ? values : new KINDS[this.type](values);
    writer.bytes(new Uint8Array(buffer, byteOffset, byteLength));
  }

  clear(rows: number): void {
    this.#values.fill(0, 0, rows);
    this.isDefault = true;
  }

  #grow(row: number): void {
    const larger = new Uint32Array(
      Math.max(row + 1, FIRST_ROWS, Math.ceil(this.#values.length * 1.5)),
    );
    larger.set(this.#values);
    this.#values = larger;
  }
}
