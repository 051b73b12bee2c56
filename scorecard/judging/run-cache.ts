import { createHash, type Hash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Keeps what a run found under the hash of everything it depends on, so that a second scorecard of the same build is quick. The
 * files hold client addresses: the folder is for its owner alone.
 */
export class RunCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async get(key: string): Promise<string | undefined> {
    return readFile(this.path(key), 'utf8').catch(() => undefined);
  }

  async put(key: string, text: string): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const draft = `${this.path(key)}.${process.pid}`;
    await writeFile(draft, text, { mode: 0o600 });
    await rename(draft, this.path(key));
  }

  /** Where the value of a key is, or would be. */
  path(key: string): string {
    return join(this.#folder, `${key}.ndjson`);
  }
}

/** SHA-256 of texts and of whole folders or files, in the order given. */
export async function hashOf(
  texts: readonly string[],
  paths: readonly string[] = [],
): Promise<string> {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  for (const path of paths) await addPath(hash, path);
  return hash.digest('hex');
}

async function addPath(hash: Hash, path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) {
    hash.update(await readFile(path));
    return;
  }
  const names = entries
    .filter((entry) => entry.isDirectory() || !entry.name.endsWith('.map'))
    .map(({ name }) => name)
    .sort();
  for (const name of names) {
    hash.update(name);
    await addPath(hash, join(path, name));
  }
}
