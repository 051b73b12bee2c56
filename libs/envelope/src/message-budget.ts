/** Longest JSON document that is parsed as a whole; a longer one stays text. */
const LONGEST_DOCUMENT = 32 * 1024 * 1024;

/** Up to here a document may hold what it likes: `[{},{},…]` takes 21 times its length in memory. */
const SMALL_DOCUMENT = 1024 * 1024;

/** Most values of one larger document: 128 MiB of empty objects. */
const MOST_VALUES = 2_000_000;

/** Characters of JSON a message may hold as parsed objects; beyond that objects go on as text. */
const MOST_HELD = 8 * 1024 * 1024;

const COMMA = 44;
const BRACKET = 91;
const BRACE = 123;

/** What one message may still cost in memory. */
export class MessageBudget {
  #output: number;
  #parsed = 0;

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

  /** Whether a JSON document may be parsed as a whole. */
  allowsDocument(text: string): boolean {
    if (text.length <= SMALL_DOCUMENT) return true;
    return text.length <= LONGEST_DOCUMENT && valuesOf(text) <= MOST_VALUES;
  }

  spendParsed(characters: number): void {
    this.#parsed += characters;
  }

  /** Whether the items of this message may still be objects. */
  get holdsObjects(): boolean {
    return this.#parsed <= MOST_HELD;
  }
}

/** At least the number of values in a document; commas inside texts count too. */
function valuesOf(text: string): number {
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === BRACE || code === BRACKET) values++;
  }
  return values;
}
