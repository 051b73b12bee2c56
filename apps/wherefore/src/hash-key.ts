import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';

/** For data that a run throws away, where equal input has to give equal output. Not a secret. */
export const DEMO_HASH_KEY = 'wherefore demo hash key, not a secret';

/** The key of a data folder: made once, kept for the owner's eyes only, so that account hashes stay comparable between runs. */
export async function keptHashKey(path: string): Promise<string> {
  const kept = await readFile(path, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const made = randomBytes(32).toString('base64url');
  await writeFile(path, made, { mode: 0o600, flag: 'wx' });
  return made;
}
