/** Unsigned 32-bit hash of a text (FNV-1a with a final mix): the same text has the same hash on every machine. */
export function stableHash(text: string, seed = 0): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same hash as a share in [0, 1). */
export function stableShare(text: string, seed = 0): number {
  return stableHash(text, seed) / 2 ** 32;
}
