/** Longer lines are read as text. */
const LONGEST = 16_384;
/** Reading four bytes at once may look this far beyond the end. */
const BEYOND = 4;

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

  /** ASCII from one position to another. */
  text(from: number, to: number): string {
    return this.bytes.toString('latin1', from, to);
  }
}

const ENCODER = new TextEncoder();
