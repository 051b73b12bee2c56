const { imul } = Math;

/** Unsigned 32-bit hash of a text (FNV-1a, with mixes before and after): the same text has the same hash on every machine. */
export function stableHash(text: string, seed = 0): number {
  let hash = imul(seed ^ (seed >>> 15) ^ 0x811c9dc5, 0x9e3779b1);
  for (let index = 0; index < text.length; index += 1) {
    hash = imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The same hash as a share in [0, 1). */
export function stableShare(text: string, seed = 0): number {
  return stableHash(text, seed) / 2 ** 32;
}
