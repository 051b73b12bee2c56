const FIRST_BYTES = 16_384;

/** Bytes that grow by being written to. */
export class ByteSink {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES);
  #length = 0;

  /** What was written so far; valid until the next write. */
  get view(): Buffer {
    return this.#bytes.subarray(0, this.#length);
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

  /** Text whose characters are bytes, see `binaryText`. */
  binary(text: string): void {
    this.#reserve(text.length);
    this.#length += this.#bytes.write(text, this.#length, 'latin1');
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.view);
    this.#bytes = larger;
  }
}
