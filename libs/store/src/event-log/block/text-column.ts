import { type LineBytes } from '#libs/traffic';
import { binaryText } from './binary-text.js';
import { type BlockWriter } from './block-writer.js';
import { ByteSink } from './byte-sink.js';
import { type Column } from './column.js';
import { varintText } from './varint-text.js';

/**
 * Text is built by concatenation and turned into bytes so many rows at a time: one long string would
 * cost more to flatten, one write a row more to call.
 */
const ROWS_PER_PIECE = 64;

/** Texts of any length, most of them different. */
export class TextColumn implements Column {
  readonly type = 'String';
  isDefault = true;
  readonly #bytes = new ByteSink();
  #rows = 0;
  #pending = '';
  #pendingRows = 0;

  set(row: number, text: string): void {
    if (text === '') return;
    this.isDefault = false;
    while (this.#rows < row) this.#push('\0');
    const binary = binaryText(text);
    this.#push(varintText(binary.length) + binary);
  }

  /** Sets a row to the part of a line from one position to another, which is ASCII. */
  setPart(row: number, line: LineBytes, from: number, to: number): void {
    if (from === to) return;
    this.isDefault = false;
    while (this.#rows < row) this.#push('\0');
    if (this.#pendingRows > 0) this.#flush();
    this.#bytes.part(line, from, to);
    this.#rows += 1;
  }

  write(writer: BlockWriter, from: number, to: number): void {
    while (this.#rows < to) this.#push('\0');
    this.#flush();
    const bytes = this.#bytes.view;
    const start = from === 0 ? 0 : endOfTexts(bytes, 0, from);
    const end = to === this.#rows ? bytes.length : endOfTexts(bytes, start, to - from);
    writer.bytes(bytes.subarray(start, end));
  }

  clear(): void {
    this.#bytes.clear();
    this.#rows = 0;
    this.#pending = '';
    this.#pendingRows = 0;
    this.isDefault = true;
  }

  #push(encoded: string): void {
    this.#pending += encoded;
    this.#rows += 1;
    if (++this.#pendingRows === ROWS_PER_PIECE) this.#flush();
  }

  #flush(): void {
    this.#bytes.binary(this.#pending);
    this.#pending = '';
    this.#pendingRows = 0;
  }
}

/** Position after `count` texts with their lengths before them. */
function endOfTexts(bytes: Uint8Array, start: number, count: number): number {
  let at = start;
  for (let text = 0; text < count; text++) {
    let length = 0;
    let scale = 1;
    for (; (bytes[at] ?? 0) >= 128; at++, scale *= 128) length += ((bytes[at] ?? 0) & 127) * scale;
    length += (bytes[at] ?? 0) * scale;
    at += 1 + length;
  }
  return at;
}
