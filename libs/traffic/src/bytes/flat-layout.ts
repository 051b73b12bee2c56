import { FlatValues, MOST_KEYS } from './flat-values.js';
import { type LineBytes } from './line-bytes.js';

const OPENING_BRACE = 123;
const CLOSING_BRACE = 125;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const SPACE = 32;
const TAB = 9;

/** How an object compares with a layout. */
export const Fit = {
  /** Its keys are others, as far as they were looked at. */
  other: 0,
  /** So far its keys are these, but a value is not plain. */
  odd: 1,
  same: 2,
} as const;

/** What stands between the values of flat JSON objects that have the same keys in the same order, written in the same way. */
export class FlatLayout {
  readonly #words: Int32Array;
  /** Where the words of what stands before each value begin, and how many bytes that is. */
  readonly #starts: readonly number[];
  readonly #lengths: readonly number[];

  /** @param between for each key what stands before its value, with the key: four bytes at least */
  constructor(
    readonly keys: readonly string[],
    between: readonly Buffer[],
  ) {
    const words: number[] = [];
    this.#starts = between.map((bytes) => words.push(...wordsOf(bytes)) - wordsOf(bytes).length);
    this.#lengths = between.map(({ length }) => length);
    this.#words = Int32Array.from(words);
  }

  /** Takes the values of an object of this layout. @returns a `Fit` */
  read(line: LineBytes, values: FlatValues): number {
    const { length } = this.#lengths;
    let at = 0;
    for (let place = 0; place < length; place++) {
      if (!this.#isBefore(line, at, place)) return Fit.other;
      at = values.take(line, at + (this.#lengths[place] ?? 0), place);
      if (at < 0) return Fit.odd;
    }
    return line.bytes[at] === CLOSING_BRACE && at + 1 === line.length ? Fit.same : Fit.other;
  }

  #isBefore({ words, length: end }: LineBytes, at: number, place: number): boolean {
    const length = this.#lengths[place] ?? 0;
    if (at + length > end) return false;
    let word = this.#starts[place] ?? 0;
    for (let done = 0; done + 4 <= length; done += 4)
      if (words.getInt32(at + done, true) !== this.#words[word++]) return false;
    return words.getInt32(at + length - 4, true) === this.#words[word];
  }
}

/** Words of four bytes, and the last four once more. */
function wordsOf(bytes: Buffer): number[] {
  const words: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) words.push(bytes.readInt32LE(at));
  return [...words, bytes.readInt32LE(bytes.length - 4)];
}

const scratch = new FlatValues();

/** The layout of a line that is one flat JSON object of plain values; null for others. */
export function flatLayoutOf(line: LineBytes): FlatLayout | null {
  const keys: string[] = [];
  const between: Buffer[] = [];
  const { bytes } = line;
  for (let start = 0; ;) {
    const key = keyAt(line, start, start === 0 ? OPENING_BRACE : COMMA);
    if (key === null || keys.includes(key.text) || keys.push(key.text) > MOST_KEYS) return null;
    between.push(Buffer.from(bytes.subarray(start, key.value)));
    start = scratch.take(line, key.value, 0);
    if (start < 0) return null;
    if (bytes[start] !== CLOSING_BRACE) continue;
    return start + 1 === line.length ? new FlatLayout(keys, between) : null;
  }
}

/** The key behind a position and the brace or comma there, and where its value begins. */
function keyAt(
  line: LineBytes,
  start: number,
  mark: number,
): { readonly text: string; readonly value: number } | null {
  const { bytes } = line;
  const before = pastSpace(bytes, start);
  const quote = pastSpace(bytes, before + 1);
  const end = scratch.take(line, quote, 0);
  const colon = pastSpace(bytes, end);
  if (bytes[before] !== mark || bytes[quote] !== QUOTE || bytes[colon] !== COLON) return null;
  return { text: line.text(quote + 1, end - 1), value: pastSpace(bytes, colon + 1) };
}

function pastSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  return at;
}
