import { type ByteTable, LineBytes } from '#libs/traffic';
import { type BlockWriter } from './block-writer.js';
import { ByteSink } from './byte-sink.js';
import { type Column } from './column.js';
import { NumberColumn } from './number-column.js';

/** Version 1: keys come with the rows. */
const KEYS_VERSION = 1;
const HAS_KEYS = 1 << 9;
const FIRST_PLACES = 256;

const scratch = new LineBytes();

/** Texts that repeat: every one is sent once, rows are places in that list. */
export class DictionaryColumn implements Column {
  readonly type = 'LowCardinality(String)';
  /** Places of the vocabulary's texts in this block; 0 for those that are not in it. */
  #places = new Uint32Array(FIRST_PLACES);
  #generation: number;
  readonly #keys = new ByteSink();
  /** The empty text is the first. */
  #size = 1;
  readonly #rows = new NumberColumn('UInt32');
  #lastText = '';
  #lastPlace = 0;

  constructor(private readonly texts: ByteTable) {
    this.#generation = texts.generation;
  }

  get isDefault(): boolean {
    return this.#size === 1;
  }

  set(row: number, text: string): void {
    if (text !== this.#lastText) {
      this.#lastPlace = this.#placeOfText(text);
      this.#lastText = text;
    }
    if (this.#lastPlace !== 0) this.#rows.set(row, this.#lastPlace);
  }

  /** Sets a row to a text of the vocabulary, by its entry there. */
  setEntry(row: number, entry: number): void {
    this.#rows.set(row, this.#placeOf(entry));
  }

  write(writer: BlockWriter, from: number, to: number): void {
    const places = this.#rows.values(to).subarray(from, to);
    writer.uint64(KEYS_VERSION);
    if (this.#size <= 256) this.#writeRows(writer, 0, new Uint8Array(places));
    else if (this.#size <= 65_536) this.#writeRows(writer, 1, new Uint16Array(places));
    else this.#writeRows(writer, 2, places);
  }

  clear(rows: number): void {
    this.#rows.clear(rows);
    this.#forget();
    this.#keys.clear();
    this.#size = 1;
    this.#lastText = '';
    this.#lastPlace = 0;
  }

  #writeRows(
    writer: BlockWriter,
    indexType: number,
    places: Uint8Array | Uint16Array | Uint32Array,
  ): void {
    writer.uint64(indexType | HAS_KEYS);
    writer.uint64(this.#size);
    writer.varint(0);
    writer.bytes(this.#keys.view);
    writer.uint64(places.length);
    writer.bytes(new Uint8Array(places.buffer, places.byteOffset, places.byteLength));
  }

  #placeOfText(text: string): number {
    if (text === '') return 0;
    const entry = scratch.takeText(text) ? this.texts.intern(scratch, 0, scratch.length) : -1;
    return entry < 0 ? this.#append(Buffer.from(text, 'utf8')) : this.#placeOf(entry);
  }

  #placeOf(entry: number): number {
    const number = this.texts.numberOf(entry);
    if (this.#generation !== this.texts.generation) this.#forget();
    if (number >= this.#places.length) this.#grow(number);
    const known = this.#places[number] ?? 0;
    if (known !== 0) return known;
    this.#keys.entry(this.texts, entry);
    this.#places[number] = this.#size;
    return this.#size++;
  }

  #append(bytes: Uint8Array): number {
    this.#keys.varint(bytes.length);
    this.#keys.bytes(bytes);
    return this.#size++;
  }

  /** The vocabulary was emptied: its entries are other texts now. */
  #forget(): void {
    this.#places.fill(0);
    this.#generation = this.texts.generation;
  }

  #grow(number: number): void {
    const larger = new Uint32Array(Math.max(number + 1, this.#places.length * 2));
    larger.set(this.#places);
    this.#places = larger;
  }
}
