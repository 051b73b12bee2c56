import { isUtf8 } from 'node:buffer';
import { type JsonRecord } from '#libs/traffic';
import { openBytes } from './bytes/open-bytes.js';
import { linesOf } from './bytes/lines-of.js';
import { EnvelopeFailure } from './envelope-failure.js';
import { type EnvelopeLimits } from './envelope-limits.js';
import { ItemList } from './item-list.js';
import { isRecord } from './json/own-field.js';
import { openRecord } from './json/open-record.js';
import { MessageBudget } from './message-budget.js';
import { PartialLines } from './partial-lines.js';
import { JsonPiece, OneText, type Piece, ReadyRecord, RuntimeLine } from './piece.js';
import { decodeText } from './text/decode-text.js';
import { isPlainLine } from './text/is-plain-line.js';
import { openLine } from './text/open-line.js';
import { openText } from './text/open-text.js';
import { parseJson } from './text/parse-json.js';
import { withoutLineEnd } from './text/without-line-end.js';

/** Of these bytes each may become four characters. */
const LONGEST_ESCAPED = 32 * 1024 * 1024;

/** The opening of one message: each piece is opened until it is an item. */
export class Unwrapping {
  readonly #budget: MessageBudget;
  readonly #items: ItemList;
  readonly #partials = new PartialLines();
  readonly #depth: number;

  constructor({ outputBytes, items, depth }: EnvelopeLimits) {
    this.#budget = new MessageBudget(outputBytes);
    this.#items = new ItemList(items, this.#budget);
    this.#depth = depth;
  }

  itemsOf(value: Uint8Array | string): ReturnType<ItemList['all']> {
    this.#open(value, this.#depth);
    for (const failure of this.#partials.unfinished()) this.#items.add(failure);
    return this.#items.all();
  }

  /** @param depth how many envelopes may still be opened */
  #open(piece: Piece, depth: number): void {
    if (typeof piece === 'string') this.#openText(piece, depth);
    else if (piece instanceof Uint8Array) this.#openBytes(piece, depth);
    else if (piece instanceof OneText) this.#openLine(piece.text, depth);
    else if (piece instanceof JsonPiece) this.#openJson(piece.value, depth, undefined);
    else if (piece instanceof ReadyRecord) this.#items.addRecord(piece.record, undefined);
    else if (piece instanceof RuntimeLine) this.#openRuntimeLine(piece, depth);
    else this.#items.add(piece);
  }

  #openAll(pieces: readonly Piece[], depth: number, whole: () => string | Uint8Array): void {
    if (pieces.length === 0) {
      this.#items.add(new EnvelopeFailure('skipped:message', Buffer.from(whole())));
    }
    for (const piece of pieces) this.#open(piece, depth);
  }

  #openBytes(bytes: Uint8Array, depth: number): void {
    const pieces = depth > 0 ? openBytes(bytes, this.#budget) : null;
    if (pieces === null) this.#openTextBytes(bytes, depth);
    else this.#openAll(pieces, depth - 1, () => bytes);
  }

  /** Longer bytes, if they are no UTF-8, make a text that is too long for a string: they go line by line. */
  #openTextBytes(bytes: Uint8Array, depth: number): void {
    if (bytes.length <= LONGEST_ESCAPED || isUtf8(bytes)) this.#openText(decodeText(bytes), depth);
    else for (const line of linesOf(bytes)) this.#openEscapedLine(line, depth);
  }

  #openEscapedLine(line: Uint8Array, depth: number): void {
    if (this.#items.isFull) this.#items.addRest(line);
    else if (line.length > LONGEST_ESCAPED) this.#items.add(new EnvelopeFailure('too_long', line));
    else this.#openLine(withoutLineEnd(decodeText(line)), depth);
  }

  #openText(text: string, depth: number): void {
    const line = withoutLineEnd(text);
    if (!line.includes('\n')) {
      this.#openLine(line, depth);
      return;
    }
    const pieces = depth > 0 ? openText(line, this.#budget) : null;
    if (pieces === null) this.#openLines(text, depth);
    else for (const piece of pieces) this.#open(piece, depth - 1);
  }

  #openLines(text: string, depth: number): void {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      if (this.#items.isFull) break;
      this.#openLine(withoutLineEnd(text.slice(start, end)), depth);
      start = end + 1;
    }
    if (start >= text.length) return;
    if (this.#items.isFull) this.#items.addRest(text.slice(start));
    else this.#openLine(withoutLineEnd(text.slice(start)), depth);
  }

  #openLine(line: string, depth: number): void {
    if (depth === 0 || this.#items.isFull || isPlainLine(line)) {
      this.#items.add(line);
      return;
    }
    const value = parseJson(line, this.#budget);
    if (value !== undefined) {
      this.#openJson(value, depth, line);
      return;
    }
    const pieces = openLine(line, this.#budget);
    if (pieces === null) this.#items.add(line);
    else for (const piece of pieces) this.#open(piece, depth - 1);
  }

  #openRuntimeLine(line: RuntimeLine, depth: number): void {
    const whole = this.#partials.join(line);
    if (whole !== null) this.#openText(whole, depth);
  }

  #openJson(value: unknown, depth: number, text: string | undefined): void {
    const whole = (): string => text ?? JSON.stringify(value);
    if (this.#items.isFull) this.#items.add(whole());
    else if (typeof value === 'string') this.#openText(value, depth - 1);
    else if (isRecord(value)) this.#openRecord(value, depth, text);
    else if (!Array.isArray(value) || depth <= 0) this.#items.add(whole());
    else {
      const pieces = value.map((element) => new JsonPiece(element));
      this.#openAll(pieces, depth - 1, whole);
    }
  }

  #openRecord(record: JsonRecord, depth: number, text: string | undefined): void {
    const pieces = depth > 0 ? openRecord(record) : null;
    if (pieces === null) this.#items.addRecord(record, text);
    else this.#openAll(pieces, depth - 1, () => text ?? JSON.stringify(record));
  }
}
