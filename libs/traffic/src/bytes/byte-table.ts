import { type LineBytes } from './line-bytes.js';

/** How much a table may hold before it has to be emptied. */
export interface ByteTableLimits {
  readonly entries: number;
  /** Of all texts together, with what is known of them. */
  readonly bytes: number;
}

const FIRST_ENTRIES = 256;
const FIRST_BYTES = 8_192;
/** Longer texts are not kept: few of them would fill the table. */
const LONGEST = 1_024;
/** Places where a text is looked for: texts made to collide are not kept, and cost no more. */
const PROBES = 8;
/** From Firefox's hash, Knuth's constant in 32 bits: 2^32 divided by the golden ratio. */
const SPREAD = 0x9e3779b1;

/** Of a record; what is known of the text and then the text itself follow. */
const HASH = 0;
const NUMBER = 1;
const LENGTH = 2;
const FACTS = 3;
/** Where the first record begins: 0 stands for none. */
const FIRST = 1;

/**
 * Texts as bytes, each with a number of its own and some numbers that are known of it. Open addressing on
 * typed arrays: nothing of it is an object that has to be collected, and what belongs to a text lies side by
 * side, since looking a text up is mostly waiting for memory. It grows up to its limits and is then full,
 * until it is emptied. An entry is the place of a text, good until then.
 */
export class ByteTable {
  /** Whether something could not be kept for want of room. */
  isFull = false;
  /** How often it was emptied. */
  generation = 0;
  #size = 0;
  #used = FIRST;
  readonly #head: number;
  /** Entries by hash. */
  #slots = new Int32Array(4 * FIRST_ENTRIES);
  #words = new Int32Array(FIRST_BYTES / 4);

  /** @param facts how many numbers are known of each text, 0 at first */
  constructor(
    private readonly limits: ByteTableLimits,
    facts = 0,
  ) {
    this.#head = FACTS + facts;
  }

  /** The entry of the text between two positions of a line, which is kept from now; -1 where it cannot be. */
  intern(line: LineBytes, from: number, to: number): number {
    const hash = hashOf(line.words, from, to);
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (hash + probe) & mask;
      const entry = slots[slot] ?? 0;
      if (entry === 0) return this.#add(line, from, to, hash);
      if (this.#words[entry] === hash && this.#isSame(line.words, from, to, entry)) return entry;
    }
    return -1;
  }

  fact(entry: number, fact: number): number {
    return this.#words[entry + FACTS + fact] ?? 0;
  }

  setFact(entry: number, fact: number, value: number): void {
    this.#words[entry + FACTS + fact] = value;
  }

  /** The entries' numbers are 0, 1, 2 and so on in the order in which they came. */
  numberOf(entry: number): number {
    return this.#words[entry + NUMBER] ?? 0;
  }

  lengthOf(entry: number): number {
    return this.#words[entry + LENGTH] ?? 0;
  }

  /** Copies the bytes of an entry, and up to three more behind them. */
  copy(entry: number, into: DataView, at: number): void {
    const start = entry + this.#head;
    const length = this.#words[entry + LENGTH] ?? 0;
    for (let word = 0; 4 * word < length; word++)
      into.setInt32(at + 4 * word, this.#words[start + word] ?? 0, true);
  }

  empty(): void {
    this.#slots.fill(0);
    this.#size = 0;
    this.#used = FIRST;
    this.isFull = false;
    this.generation += 1;
  }

  #isSame(words: DataView, from: number, to: number, entry: number): boolean {
    if (this.#words[entry + LENGTH] !== to - from) return false;
    const whole = to - 3;
    let at = from;
    let word = entry + this.#head;
    for (; at < whole; at += 4) if (words.getInt32(at, true) !== this.#words[word++]) return false;
    return at === to || lastWord(words, at, to) === this.#words[word];
  }

  #add(line: LineBytes, from: number, to: number, hash: number): number {
    const length = to - from;
    if (length > LONGEST || !this.#hasRoom(length)) return -1;
    const slot = this.#freeSlot(hash);
    if (slot < 0) return -1;
    const entry = this.#used;
    this.#slots[slot] = entry;
    this.#words[entry + HASH] = hash;
    this.#words[entry + NUMBER] = this.#size++;
    this.#words[entry + LENGTH] = length;
    this.#words.fill(0, entry + FACTS, entry + this.#head);
    let word = entry + this.#head;
    let at = from;
    for (; at < to - 3; at += 4) this.#words[word++] = line.words.getInt32(at, true);
    if (at < to) this.#words[word++] = lastWord(line.words, at, to);
    this.#used = word;
    return entry;
  }

  #freeSlot(hash: number): number {
    const mask = this.#slots.length - 1;
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (hash + probe) & mask;
      if (this.#slots[slot] === 0) return slot;
    }
    return -1;
  }

  #hasRoom(length: number): boolean {
    const needed = this.#used + this.#head + Math.ceil(length / 4);
    if (this.#size >= this.limits.entries || 4 * needed > this.limits.bytes) {
      this.isFull = true;
      return false;
    }
    if (needed > this.#words.length) this.#words = larger(this.#words);
    if (4 * this.#size >= this.#slots.length) this.#spread();
    return true;
  }

  /** Four slots an entry keep the searches short. */
  #spread(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = FIRST; entry < this.#used;) {
      const slot = this.#freeSlot(this.#words[entry + HASH] ?? 0);
      if (slot >= 0) this.#slots[slot] = entry;
      entry += this.#head + Math.ceil((this.#words[entry + LENGTH] ?? 0) / 4);
    }
  }
}

function larger(array: Int32Array): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(array.length * 2);
  copy.set(array);
  return copy;
}

/** Up to three bytes before a position, the others zero. */
function lastWord(words: DataView, from: number, to: number): number {
  return words.getInt32(from, true) & ((1 << (8 * (to - from))) - 1);
}

/** Two hashes side by side, of every other word each: neither waits for the other. */
function hashOf(words: DataView, from: number, to: number): number {
  const pairs = to - 7;
  let hash = to - from;
  let other = 0;
  let at = from;
  for (; at < pairs; at += 8) {
    hash = mixed(hash, words.getInt32(at, true));
    other = mixed(other, words.getInt32(at + 4, true));
  }
  if (at < to - 3) {
    hash = mixed(hash, words.getInt32(at, true));
    at += 4;
  }
  if (at < to) other = mixed(other, lastWord(words, at, to));
  hash = mixed(hash, other);
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  return Math.imul(((hash << 5) | (hash >>> 27)) ^ word, SPREAD);
}
