import { type BlockWriter } from './block-writer.js';

/**
 * One column of a block in ClickHouse's Native format. Rows are set in ascending order and may be left
 * out: what is not set has the default of its type.
 */
export interface Column {
  /** The type as the block declares it; ClickHouse casts it to the table's own. */
  readonly type: string;
  /** Whether no row was set to anything but the default: such columns are not sent. */
  readonly isDefault: boolean;
  /** Writes rows `[from, to)`. */
  write(writer: BlockWriter, from: number, to: number): void;
  /** Makes the first `rows` rows the default again, of which no others were set, and keeps the memory they took. */
  clear(rows: number): void;
}
