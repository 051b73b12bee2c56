import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';

const KINDS = {
  UInt8: Uint8Array,
  UInt16: Uint16Array,
  UInt32: Uint32Array,
  Float32: Float32Array,
} as const;

type Values = Uint8Array | Uint16Array | Uint32Array | Float32Array;

const FIRST_ROWS = 1_024;

/** Numbers of up to 32 bits. */
export class NumberColumn implements Column {
  isDefault = true;
  #values: Values;

  /** `standard` is the default of the table's column. */
  constructor(
    readonly type: keyof typeof KINDS,
    private readonly standard = 0,
  ) {
    this.#values = new KINDS[type](FIRST_ROWS).fill(standard);
  }

  set(row: number, value: number): void {
    if (row >= this.#values.length) this.#grow(row);
    this.#values[row] = value;
    if (value !== this.standard) this.isDefault = false;
  }

  /** At least `rows` values. */
  values(rows: number): Values {
    if (rows > this.#values.length) this.#grow(rows);
    return this.#values;
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const { buffer, BYTES_PER_ELEMENT } = this.values(to);
    writer.bytes(new Uint8Array(buffer, from * BYTES_PER_ELEMENT, (to - from) * BYTES_PER_ELEMENT));
  }

  #grow(row: number): void {
    const larger = new KINDS[this.type](Math.max(row + 1, this.#values.length * 2));
    if (this.standard !== 0) larger.fill(this.standard, this.#values.length);
    larger.set(this.#values);
    this.#values = larger;
  }
}
