import { type ByteTable, type LineBytes } from '#libs/traffic';

const FIRST_BYTES = 16_384;
/** More is given back when it is cleared. */
const KEPT_BYTES = 4 * 1_048_576;
/** Words are written whole. */
const BEYOND = 3;

/** Bytes that grow by being written to. */
export class ByteSink {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #words = new DataView(this.#bytes.buffer);
  #length = 0;

  /** What was written so far; valid until the next write. */
  get view(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  clear(): void {
    this.#length = 0;
    if (this.#bytes.length > KEPT_BYTES) this.#allocate(FIRST_BYTES);
  }

  /** An unsigned LEB128 number. */
  varint(value: number): void {
    this.#reserve(10);
    let rest = value;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }

  /** An exact whole number in 64 bits, little-endian. */
  uint64(value: number): void {
    this.#reserve(8);
    this.#bytes.writeBigUInt64LE(BigInt(value), this.#length);
    this.#length += 8;
  }

  bytes(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A text of a table with its length before it. */
  entry(table: ByteTable, entry: number): void {
    const length = table.lengthOf(entry);
    this.varint(length);
    this.#reserve(length + BEYOND);
    table.copy(entry, this.#words, this.#length);
    this.#length += length;
  }

  /** A part of a line with its length before it. */
  part(line: LineBytes, from: number, to: number): void {
    const length = to - from;
    this.varint(length);
    this.#reserve(length + BEYOND);
    for (let at = 0; at < length; at += 4)
      this.#words.setInt32(this.#length + at, line.words.getInt32(from + at, true), true);
    this.#length += length;
  }

  /** Text whose characters are bytes, see `binaryText`. */
  binary(text: string): void {
    this.#reserve(text.length);
    this.#length += this.#bytes.write(text, this.#length, 'latin1');
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const written = this.view;
    this.#allocate(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.set(written);
  }

  #allocate(bytes: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(bytes);
    this.#words = new DataView(this.#bytes.buffer);
  }
}
