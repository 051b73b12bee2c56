/** Longer lines are read as text. */
const LONGEST = 16_384;
/** Reading four bytes at once may look this far beyond the end. */
const BEYOND = 4;
const SPACE = 32;
const LINE_FEED = 10;
const RETURN = 13;

/** The bytes of one line at a time, in memory of its own that can be read four bytes at once. */
export class LineBytes {
  readonly bytes = Buffer.alloc(LONGEST + BEYOND);
  readonly words = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length);
  length = 0;

  /** @returns false for a line that is too long */
  take(line: Uint8Array): boolean {
    if (line.length > LONGEST) return false;
    this.bytes.set(line);
    this.length = line.length;
    return true;
  }

  /** Takes a line without the line feed at its end and the carriage return before it. @returns as `take` */
  takeMessage(line: Uint8Array): boolean {
    if (!this.take(line)) return false;
    if (this.bytes[this.length - 1] === LINE_FEED) this.length -= 1;
    if (this.bytes[this.length - 1] === RETURN) this.length -= 1;
    return true;
  }

  /** Takes a text as UTF-8. @returns false for a text that is too long */
  takeText(text: string): boolean {
    const { length } = text;
    if (length > LONGEST / 3) return false;
    for (let at = 0; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) {
        this.length = ENCODER.encodeInto(text, this.bytes).written;
        return true;
      }
      this.bytes[at] = code;
    }
    this.length = length;
    return true;
  }

  /** Takes two parts of another line, from one position to another each, with a space between them. */
  takeTwo(
    { bytes }: LineBytes,
    [start, end]: readonly [number, number],
    [from, to]: readonly [number, number],
  ): void {
    const space = bytes.copy(this.bytes, 0, start, end);
    this.bytes[space] = SPACE;
    this.length = space + 1 + bytes.copy(this.bytes, space + 1, from, to);
  }

  /** ASCII from one position to another. */
  text(from: number, to: number): string {
    return this.bytes.toString('latin1', from, to);
  }
}

const ENCODER = new TextEncoder();
