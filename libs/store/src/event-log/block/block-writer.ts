import { ByteSink } from './byte-sink.js';

/** Shorter parts are gathered, longer ones passed on as they are. */
const WORTH_A_CHUNK = 8_192;

/** Puts a block together of parts, without copying the long ones: they must not change until it is sent. */
export class BlockWriter {
  readonly #chunks: Uint8Array[] = [];
  #gathered = new ByteSink();

  /** What was written, in order. */
  get chunks(): readonly Uint8Array[] {
    this.#close();
    return this.#chunks;
  }

  varint(value: number): void {
    this.#gathered.varint(value);
  }

  uint64(value: number): void {
    this.#gathered.uint64(value);
  }

  bytes(bytes: Uint8Array): void {
    if (bytes.length < WORTH_A_CHUNK) {
      this.#gathered.bytes(bytes);
      return;
    }
    this.#close();
    this.#chunks.push(bytes);
  }

  /** A text with its length before it. */
  text(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.varint(bytes.length);
    this.bytes(bytes);
  }

  #close(): void {
    if (this.#gathered.view.length === 0) return;
    this.#chunks.push(this.#gathered.view);
    this.#gathered = new ByteSink();
  }
}
