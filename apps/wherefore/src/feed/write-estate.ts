import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { type Estate, type EstateOptions, isJsonStream, labelsCsv, logLine } from '#libs/simulator';
import { type Terminal } from '../terminal/terminal.js';
import { count } from '../terminal/numbers.js';
import { shareOf } from './share-of-time.js';

export interface EstateFiles {
  /** Web sites, vhost_combined. */
  readonly access: string;
  /** APIs, JSON lines. */
  readonly api: string;
  readonly labels: string;
  readonly requests: number;
}

const CHUNK_CHARACTERS = 1 << 20;

/** Writes a simulated estate: access.log, api.ndjson and labels.csv, in a folder that is made if missing. */
export async function writeEstate(
  estate: Estate,
  options: EstateOptions,
  folder: string,
  terminal: Terminal,
): Promise<EstateFiles> {
  await mkdir(folder, { recursive: true });
  const access = new LineFile(join(folder, 'access.log'));
  const api = new LineFile(join(folder, 'api.ndjson'));
  const labels = join(folder, 'labels.csv');
  const progress = terminal.progress({ titles: ['Simulating'] });
  let requests = 0;
  for (const request of estate.requests()) {
    const { source, time } = request;
    const file = isJsonStream(source) ? api : access;
    requests += 1;
    if (file.add(logLine(request))) continue;
    progress.update({ share: shareOf(options, time), text: `${count(requests)} requests` });
    await file.flush();
    await setImmediate();
  }
  await Promise.all([access.close(), api.close()]);
  await writeFile(labels, labelsCsv(estate.labels()));
  progress.finish(`${count(requests)} requests`);
  return { access: access.path, api: api.path, labels, requests };
}

/** Lines on their way to a file, written in large pieces. */
class LineFile {
  readonly #stream: WriteStream;
  #waiting = '';

  constructor(readonly path: string) {
    this.#stream = createWriteStream(path);
  }

  /** False when it is time to flush. */
  add(line: string): boolean {
    this.#waiting += `${line}\n`;
    return this.#waiting.length < CHUNK_CHARACTERS;
  }

  async flush(): Promise<void> {
    const text = this.#waiting;
    this.#waiting = '';
    if (!this.#stream.write(text)) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    await this.flush();
    this.#stream.end();
    await finished(this.#stream);
  }
}
