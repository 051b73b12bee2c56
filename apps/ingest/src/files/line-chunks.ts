import { decodeText } from '#libs/envelope';

const LINE_FEED = 10;

/**
 * What is kept of a line: enough that the parser, which rejects more than 1 MiB of UTF-16 units, sees it
 * is too long (a unit takes at most three bytes of UTF-8). The rest is passed over.
 */
const KEPT_BYTES = 3 * 1_048_576 + 3;

/** The beginning of a line whose end has not come yet, in bounded memory. */
class Carry {
  #parts: Buffer[] = [];
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#bytes === 0;
  }

  add(part: Buffer): void {
    const kept = part.subarray(0, KEPT_BYTES - this.#bytes);
    if (kept.length === 0) return;
    this.#parts.push(kept);
    this.#bytes += kept.length;
  }

  take(): string {
    const line = decodeText(Buffer.concat(this.#parts));
    this.#parts = [];
    this.#bytes = 0;
    return line;
  }
}

/**
 * The lines of a stream of bytes, without their line feeds, in groups as they come; a last line without
 * line feed included. Memory is bounded by the chunks of the stream and `KEPT_BYTES`, whatever the
 * lines are.
 */
export async function* lineChunks(bytes: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  const carry = new Carry();
  for await (const chunk of bytes) {
    const first = chunk.indexOf(LINE_FEED);
    if (first < 0) {
      carry.add(chunk);
      continue;
    }
    const last = chunk.lastIndexOf(LINE_FEED);
    yield completeLines(carry, chunk, first, last);
    carry.add(chunk.subarray(last + 1));
  }
  if (!carry.isEmpty) yield [carry.take()];
}

function completeLines(carry: Carry, chunk: Buffer, first: number, last: number): string[] {
  if (carry.isEmpty) return decodeText(chunk.subarray(0, last)).split('\n');
  carry.add(chunk.subarray(0, first));
  const head = carry.take();
  return first === last
    ? [head]
    : [head, ...decodeText(chunk.subarray(first + 1, last)).split('\n')];
}
