import { type BlockWriter } from './block-writer.js';
import { type Column } from './column.js';
import { NumberColumn } from './number-column.js';

/** Version 1: keys come with the rows. */
const KEYS_VERSION = 1;
const HAS_KEYS = 1 << 9;

/** Texts that repeat: every one is sent once, rows are places in that list. */
export class DictionaryColumn implements Column {
  readonly type = 'LowCardinality(String)';
  readonly #places = new Map<string, number>([['', 0]]);
  readonly #rows = new NumberColumn('UInt32');
  #lastText = '';
  #lastPlace = 0;

  get isDefault(): boolean {
    return this.#places.size === 1;
  }

  set(row: number, text: string): void {
    if (text !== this.#lastText) {
      this.#lastPlace = this.#placeOf(text);
      this.#lastText = text;
    }
    if (this.#lastPlace !== 0) this.#rows.set(row, this.#lastPlace);
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const places = new Uint32Array(this.#rows.values(to).subarray(from, to));
    const size = this.#places.size;
    writer.uint64(KEYS_VERSION);
    if (size <= 256) this.#writeRows(writer, 0, Uint8Array.from(places));
    else if (size <= 65_536) this.#writeRows(writer, 1, Uint16Array.from(places));
    else this.#writeRows(writer, 2, places);
  }

  #writeRows(
    writer: BlockWriter,
    indexType: number,
    places: Uint8Array | Uint16Array | Uint32Array,
  ): void {
    writer.uint64(indexType | HAS_KEYS);
    writer.uint64(this.#places.size);
    for (const text of this.#places.keys()) writer.text(text);
    writer.uint64(places.length);
    writer.bytes(new Uint8Array(places.buffer, places.byteOffset, places.byteLength));
  }

  #placeOf(text: string): number {
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(text, place);
    return place;
  }
}
