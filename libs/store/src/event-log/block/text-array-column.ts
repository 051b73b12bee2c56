import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';
import { ListOffsets } from './list-offsets.js';
import { TextColumn } from './text-column.js';

/** Lists of texts; empty is the default. */
export class TextArrayColumn implements Column {
  readonly type = 'Array(String)';
  readonly #offsets = new ListOffsets();
  readonly #texts = new TextColumn();
  #members = 0;

  get isDefault(): boolean {
    return this.#offsets.isDefault;
  }

  set(row: number, texts: readonly string[]): void {
    if (texts.length === 0) return;
    this.#offsets.set(row, texts.length);
    for (const text of texts) this.#texts.set(this.#members++, text);
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const members = this.#offsets.write(writer, from, to);
    this.#texts.write(writer, members.from, members.to);
  }

  clear(rows: number): void {
    this.#offsets.clear(rows);
    this.#texts.clear();
    this.#members = 0;
  }
}
