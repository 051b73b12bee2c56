import { createHmac } from 'node:crypto';
import { DEMO_HASH_KEY } from '../hash-key.js';

/** Ingest keeps 64 bits of its keyed hashes, so that with the same key these are the same. */
const HEX_DIGITS = 16;

/** The keyed hash of what is shown in place of secrets; HASH_KEY of the environment, where set. */
export function rowHash(env: Readonly<NodeJS.ProcessEnv>): (value: string) => string {
  const key = env['HASH_KEY'] ?? DEMO_HASH_KEY;
  return (value) => createHmac('sha256', key).update(value).digest('hex').slice(0, HEX_DIGITS);
}
