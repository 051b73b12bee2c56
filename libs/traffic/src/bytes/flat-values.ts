import { type LineBytes } from './line-bytes.js';

/** More keys are read as text. */
export const MOST_KEYS = 64;

/** What a value of a flat object is. */
export const ValueKind = {
  /** Null, an empty text, or `-`, which says nothing. */
  nothing: 0,
  text: 1,
  number: 2,
  /** True or false. */
  truth: 3,
} as const;

const QUOTE = 34;
const BACKSLASH = 92;
const DASH = 45;
const DOT = 46;
const ZERO = 48;
const DELETE = 127;
/** `null`, `true` and `alse` as they lie in memory. */
const NULL = 0x6c6c756e;
const TRUE = 0x65757274;
const ALSE = 0x65736c61;
const LETTER_F = 102;

/** Where the values of one flat object stand and what they are, by their place among its keys. */
export class FlatValues {
  /** Of texts behind the quote. */
  readonly starts = new Int32Array(MOST_KEYS);
  readonly ends = new Int32Array(MOST_KEYS);
  readonly kinds = new Uint8Array(MOST_KEYS);

  /**
   * Takes the value that begins at a position.
   *
   * @returns where it ends; -1 for one that is not plain: nested, with escapes or other than printable ASCII, or a number with a
   *   sign or exponent
   */
  take(line: LineBytes, at: number, place: number): number {
    const { bytes } = line;
    if (at >= line.length) return -1;
    return bytes[at] === QUOTE
      ? this.#takeText(bytes, at + 1, place)
      : this.#takeBare(line, at, place);
  }

  #takeText(bytes: Uint8Array, start: number, place: number): number {
    let end = start;
    while (IS_PLAIN[bytes[end] ?? 0] === 1) end++;
    if (bytes[end] !== QUOTE) return -1;
    this.starts[place] = start;
    this.ends[place] = end;
    const isNothing = end === start || (end === start + 1 && bytes[start] === DASH);
    this.kinds[place] = isNothing ? ValueKind.nothing : ValueKind.text;
    return end + 1;
  }

  #takeBare({ bytes, words }: LineBytes, start: number, place: number): number {
    const end = endOfNumber(bytes, start);
    this.starts[place] = start;
    this.ends[place] = end;
    this.kinds[place] = ValueKind.number;
    if (end > start) return end;
    const word = words.getInt32(start, true);
    if (word === NULL) return this.#takeWord(place, ValueKind.nothing, start + 4);
    if (word === TRUE) return this.#takeWord(place, ValueKind.truth, start + 4);
    if (bytes[start] !== LETTER_F) return -1;
    return words.getInt32(start + 1, true) === ALSE
      ? this.#takeWord(place, ValueKind.truth, start + 5)
      : -1;
  }

  #takeWord(place: number, kind: number, end: number): number {
    this.kinds[place] = kind;
    this.ends[place] = end;
    return end;
  }
}

/** End of `0`, `15` or `0.25` as JSON writes them; where it starts for anything else. */
function endOfNumber(bytes: Uint8Array, start: number): number {
  const whole = endOfDigits(bytes, start);
  if (whole === start || (bytes[start] === ZERO && whole > start + 1)) return start;
  if (bytes[whole] !== DOT) return whole;
  const end = endOfDigits(bytes, whole + 1);
  return end === whole + 1 ? start : end;
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  let end = start;
  for (let digit = (bytes[end] ?? 0) - ZERO; digit >= 0 && digit <= 9;)
    digit = (bytes[++end] ?? 0) - ZERO;
  return end;
}

/** Printable ASCII but for what ends a text or escapes in it. */
const IS_PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 32 && byte < DELETE && byte !== QUOTE && byte !== BACKSLASH ? 1 : 0,
);
