import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { CliError } from '../cli-error.js';
import { type LogFeed } from './log-feed.js';

const CHUNK = 2_000;
/** Brokers take messages of up to 1 MiB; a longer line is cut, and becomes a dead letter for that. */
const LONGEST = 500_000;
const GZIP_MAGIC = 0x1f8b;

/** The lines of a log file, plain or gzip. */
export class FileLines implements LogFeed {
  #file: ReadStream | undefined;
  #size = 0;
  #ended = false;

  constructor(readonly path: string) {}

  /** @throws CliError FILE_UNREADABLE */
  async *chunks(): AsyncGenerator<string[]> {
    try {
      yield* this.#read();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new CliError('FILE_UNREADABLE', `${this.path} cannot be read: ${why}.`);
    }
  }

  share(): number {
    if (this.#ended) return 1;
    return this.#size === 0 ? 0 : (this.#file?.bytesRead ?? 0) / this.#size;
  }

  async *#read(): AsyncGenerator<string[]> {
    this.#size = (await stat(this.path)).size;
    const file = createReadStream(this.path, { highWaterMark: 1 << 18 });
    this.#file = file;
    const input = (await isGzip(this.path)) ? file.pipe(createGunzip()) : file;
    file.on('error', (error) => input.destroy(error));
    let lines: string[] = [];
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      lines.push(line.slice(0, LONGEST));
      if (lines.length < CHUNK) continue;
      yield lines;
      lines = [];
    }
    this.#ended = true;
    if (lines.length > 0) yield lines;
  }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE() === GZIP_MAGIC;
  } finally {
    await file.close();
  }
}
