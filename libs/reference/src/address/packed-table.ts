import { gunzipSync, gzipSync } from 'node:zlib';
import { AddressTable } from './address-table.js';
import { type AddressFamily } from './ip-address.js';

const WORD_BYTES = 4;

/**
 * An address table as compressed bytes: the columns of starts, each word as the difference to the one
 * before it (modulo 2^32), then the values; little-endian 32-bit words.
 */
export function packTable({ starts, values }: AddressTable): Buffer {
  const columns = [...starts.map(differences), values];
  const bytes = new DataView(new ArrayBuffer(columns.length * values.length * WORD_BYTES));
  for (const [column, words] of columns.entries())
    for (const [row, word] of words.entries())
      bytes.setUint32((column * values.length + row) * WORD_BYTES, word, true);
  return gzipSync(new Uint8Array(bytes.buffer), { level: 9 });
}

export function unpackTable(family: AddressFamily, packed: Uint8Array): AddressTable {
  const { buffer, byteOffset, byteLength } = gunzipSync(packed);
  const bytes = new DataView(buffer, byteOffset, byteLength);
  const width = family === 'ipv4' ? 1 : 4;
  const rows = byteLength / WORD_BYTES / (width + 1);
  const column = (index: number): Uint32Array => wordsOf(bytes, index * rows, rows);
  const starts = Array.from({ length: width }, (_, index) => summed(column(index)));
  return new AddressTable(family, starts, column(width));
}

function wordsOf(bytes: DataView, from: number, length: number): Uint32Array {
  const words = new Uint32Array(length);
  for (let row = 0; row < length; row += 1)
    words[row] = bytes.getUint32((from + row) * WORD_BYTES, true);
  return words;
}

function differences(words: Uint32Array): Uint32Array {
  return words.map((word, row) => word - (words[row - 1] ?? 0));
}

function summed(words: Uint32Array): Uint32Array {
  let sum = 0;
  for (let row = 0; row < words.length; row += 1) {
    sum = (sum + (words[row] ?? 0)) >>> 0;
    words[row] = sum;
  }
  return words;
}
