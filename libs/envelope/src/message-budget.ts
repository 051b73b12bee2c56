/** Longest JSON document that is parsed as a whole; a longer one stays text. */
const LONGEST_DOCUMENT = 32 * 1024 * 1024;

/** Up to here a document may hold what it likes: `[{},{},…]` takes 21 times its length in memory. */
const SMALL_DOCUMENT = 1024 * 1024;

/** Most values of one larger document: 128 MiB of empty objects. */
const MOST_VALUES = 2_000_000;

/** Characters of JSON a message may hold as parsed objects; beyond that objects go on as text. */
const MOST_HELD = 8 * 1024 * 1024;

/** Damaged or overlong compressed parts of one message after which none is tried any more. */
const MOST_FAILURES = 8;

/** A guess costs as much as reading a hundred lines, and some logs are nothing but ids. */
const MOST_WRONG_GUESSES = 100;

/** Deeper documents are not parsed: writing them again takes a stack of that depth. */
const DEEPEST = 2000;

/** What one message may still cost in memory. */
export class MessageBudget {
  #output: number;
  #parsed = 0;
  #failures = 0;
  #wrongGuesses = 0;

  constructor(outputBytes: number) {
    this.#output = outputBytes;
  }

  /** Bytes that may still come out of compressed parts. */
  get output(): number {
    return this.#output;
  }

  spendOutput(bytes: number): void {
    this.#output -= bytes;
  }

  /** What fails may have put out as much as is left before it did, which nobody tells. */
  countFailure(): void {
    this.#failures++;
    if (this.#failures >= MOST_FAILURES) this.#output = 0;
  }

  /** Whether bytes without a mark may still be tried for what they could be. */
  get allowsGuess(): boolean {
    return this.#wrongGuesses < MOST_WRONG_GUESSES;
  }

  countWrongGuess(): void {
    this.#wrongGuesses++;
  }

  /** Whether a JSON document may be parsed as a whole. */
  allowsDocument(text: string): boolean {
    if (text.length <= DEEPEST) return true;
    if (text.length > LONGEST_DOCUMENT) return false;
    const { values, depth } = sizeOf(text);
    return depth <= DEEPEST && (text.length <= SMALL_DOCUMENT || values <= MOST_VALUES);
  }

  spendParsed(characters: number): void {
    this.#parsed += characters;
  }

  /** Whether the items of this message may still be objects. */
  get holdsObjects(): boolean {
    return this.#parsed <= MOST_HELD;
  }
}

/** At least the number and the depth of the values in a document; marks inside texts count too. */
function sizeOf(text: string): { values: number; depth: number } {
  let values = 1;
  let open = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const mark = MARKS[text.charCodeAt(at)] ?? 0;
    if (mark === 0) continue;
    values++;
    open += mark === COMMA ? 0 : mark;
    if (open > depth) depth = open;
  }
  return { values, depth };
}

const COMMA = 2;

/** 1 for what opens a list or an object, -1 for what closes one, `COMMA` for what separates values. */
const MARKS = Int8Array.from({ length: 128 }, (_, code) => markOf(String.fromCharCode(code)));

function markOf(character: string): number {
  if (character === ',') return COMMA;
  if (character === '{' || character === '[') return 1;
  return character === '}' || character === ']' ? -1 : 0;
}
