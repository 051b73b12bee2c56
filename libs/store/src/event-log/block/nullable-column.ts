import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';
import { NumberColumn } from './number-column.js';

interface SettableColumn extends Column {
  set(row: number, value: number): void;
}

/** Numbers that may be absent, which is the default. */
export class NullableColumn implements Column {
  readonly type: string;
  /** 1 where there is a value; ClickHouse's mask says the opposite. */
  readonly #present = new NumberColumn('UInt8');

  constructor(private readonly values: SettableColumn) {
    this.type = `Nullable(${values.type})`;
  }

  get isDefault(): boolean {
    return this.#present.isDefault;
  }

  set(row: number, value: number): void {
    this.#present.set(row, 1);
    this.values.set(row, value);
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const present = this.#present.values(to);
    const absent = new Uint8Array(to - from);
    for (let row = from; row < to; row++) absent[row - from] = present[row] === 0 ? 1 : 0;
    writer.bytes(absent);
    this.values.write(writer, from, to);
  }

  clear(rows: number): void {
    this.#present.clear(rows);
    this.values.clear(rows);
  }
}
