import { createHmac } from 'node:crypto';

/** 64 bits: among a million accounts a collision is expected once in 37 million estates. */
const HEX_DIGITS = 16;
/** Hashes kept per generation, with keys up to 256 characters: at most some 30 MB. */
const CACHED = 50_000;
const LONGEST_CACHED = 256;

/**
 * HMAC-SHA-256 of a value under a secret key, as 16 hex digits: equal values can be told to be equal,
 * and without the key nobody can try values out. Recent results are remembered in bounded memory.
 */
export function createKeyedHash(key: string): (value: string) => string {
  let young = new Map<string, string>();
  let old = new Map<string, string>();
  const hash = (value: string): string =>
    createHmac('sha256', key).update(value).digest('hex').slice(0, HEX_DIGITS);
  return (value) => {
    if (value.length > LONGEST_CACHED) return hash(value);
    const known = young.get(value);
    if (known !== undefined) return known;
    const hashed = old.get(value) ?? hash(value);
    if (young.size >= CACHED) {
      old = young;
      young = new Map();
    }
    young.set(value, hashed);
    return hashed;
  };
}
