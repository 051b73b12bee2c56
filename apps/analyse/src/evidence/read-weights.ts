import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FittedWeights, parseFittedWeights } from '#libs/intent';
import { ConfigError } from '#libs/platform';

/** Enough of a SHA-256 to tell versions of a file apart. */
const HASH_DIGITS = 8;

/**
 * The fitted weights that WEIGHTS_FILE names; undefined where it names none.
 * @throws ConfigError that says what is wrong with the file, every field of it
 */
export function readWeights(path: string): FittedWeights | undefined {
  if (path === '') return undefined;
  try {
    const json = readFileSync(path, 'utf8');
    const hash = createHash('sha256').update(json).digest('hex').slice(0, HASH_DIGITS);
    return parseFittedWeights(json, hash);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ConfigError([{ variable: 'WEIGHTS_FILE', problem: `cannot be used: ${why}` }]);
  }
}
