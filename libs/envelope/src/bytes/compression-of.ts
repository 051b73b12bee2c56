import { isUtf8 } from 'node:buffer';
import { type Decompress } from './decompressed.js';
import { gunzip, inflate } from './deflate.js';
import { unzstd } from './zstd.js';

/** First bytes of gzip with deflate, of zstd, and of zlib's four levels with a window of 32 KiB. */
const MARKS: readonly (readonly [mark: readonly number[], decompress: Decompress])[] = [
  [[0x1f, 0x8b, 0x08], gunzip],
  [[0x28, 0xb5, 0x2f, 0xfd], unzstd],
  [[0x78, 0x9c], inflate],
  [[0x78, 0xda], inflate],
  [[0x78, 0x01], inflate],
  [[0x78, 0x5e], inflate],
];

/** How some bytes are compressed, by their first ones; null where they are not. */
export function compressionOf(bytes: Uint8Array): Decompress | null {
  const found = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  // `x^` begins texts as well.
  if (found === undefined || (found[1] === inflate && isUtf8(bytes))) return null;
  return found[1];
}
