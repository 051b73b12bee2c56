import { type ByteSink } from './byte-sink.js';
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

  write(sink: ByteSink, from: number, to: number): void {
    const start = sink.length;
    this.#present.write(sink, from, to);
    const mask = sink.view.subarray(start);
    for (let at = 0; at < mask.length; at++) mask[at] = mask[at] === 0 ? 1 : 0;
    this.values.write(sink, from, to);
  }
}
