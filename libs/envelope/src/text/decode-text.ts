import { isUtf8 } from 'node:buffer';

/**
 * The text of some bytes: UTF-8, and every byte that is no part of well-formed UTF-8 as `\xNN`, the way
 * nginx and Apache write such bytes themselves. Nothing is lost and nothing throws.
 */
export function decodeText(value: Uint8Array): string {
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(value.buffer, value.byteOffset, value.length);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      const byte = (bytes[at] ?? 0).toString(16).padStart(2, '0');
      text += `${bytes.toString('utf8', start, at)}\\x${byte}`;
      start = at + 1;
    }
    at += Math.max(length, 1);
  }
  return text + bytes.toString('utf8', start);
}

/** Length of the well-formed sequence at a position, 0 when there is none (Unicode 16, table 3-7). */
function sequenceLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = lengthAnnounced(first);
  if (length === 0 || !isSecondByte(first, bytes[at + 1])) return 0;
  for (let next = at + 2; next < at + length; next += 1) {
    if (!isBetween(bytes[next], 0x80, 0xbf)) return 0;
  }
  return length;
}

function lengthAnnounced(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Narrower where a longer form, a surrogate or more than U+10FFFF would be written. */
const SECOND_BYTE: Readonly<Record<number, readonly [number, number]>> = {
  0xe0: [0xa0, 0xbf],
  0xed: [0x80, 0x9f],
  0xf0: [0x90, 0xbf],
  0xf4: [0x80, 0x8f],
};

function isSecondByte(first: number, second: number | undefined): boolean {
  const [low, high] = SECOND_BYTE[first] ?? [0x80, 0xbf];
  return isBetween(second, low, high);
}

function isBetween(byte: number | undefined, low: number, high: number): boolean {
  return byte !== undefined && byte >= low && byte <= high;
}
