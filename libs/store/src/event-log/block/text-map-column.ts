import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';
import { ListOffsets } from './list-offsets.js';
import { TextColumn } from './text-column.js';

/** Names with their values; none is the default. */
export class TextMapColumn implements Column {
  readonly type = 'Map(String, String)';
  readonly #offsets = new ListOffsets();
  readonly #names = new TextColumn();
  readonly #values = new TextColumn();
  #members = 0;

  get isDefault(): boolean {
    return this.#offsets.isDefault;
  }

  set(row: number, texts: Readonly<Record<string, string>>): void {
    const names = Object.keys(texts);
    if (names.length === 0) return;
    this.#offsets.set(row, names.length);
    for (const name of names) {
      this.#names.set(this.#members, name);
      this.#values.set(this.#members++, texts[name] ?? '');
    }
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const members = this.#offsets.write(writer, from, to);
    this.#names.write(writer, members.from, members.to);
    this.#values.write(writer, members.from, members.to);
  }

  clear(rows: number): void {
    this.#offsets.clear(rows);
    this.#names.clear();
    this.#values.clear();
    this.#members = 0;
  }
}
