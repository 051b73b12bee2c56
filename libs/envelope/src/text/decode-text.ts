import { isUtf8 } from 'node:buffer';

/**
 * The text of some bytes: UTF-8, and every byte that is no part of well-formed UTF-8 as `\xNN`, the way
 * nginx and Apache write such bytes themselves. Nothing is lost and nothing throws, as long as the text is
 * one that can be: four characters a byte at most, and 2^29 in all.
 */
export function decodeText(value: Uint8Array): string {
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(value.buffer, value.byteOffset, value.length);
  return (isUtf8(bytes) ? bytes : withEscapes(bytes)).toString('utf8');
}

/** Written into one buffer: put together from pieces, a text of 32 MiB would take gigabytes on the way. */
function withEscapes(bytes: Buffer): Buffer {
  const escaped = Buffer.allocUnsafe(bytes.length + 3 * strayBytes(bytes));
  let end = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) end = writeEscape(escaped, end, bytes[at++] ?? 0);
    for (const stop = at + length; at < stop; at++) escaped[end++] = bytes[at] ?? 0;
  }
  return escaped;
}

const DIGITS = Buffer.from('0123456789abcdef');

/** Writes `\xNN` and returns where it ends. */
function writeEscape(into: Buffer, at: number, byte: number): number {
  into[at] = 0x5c;
  into[at + 1] = 0x78;
  into[at + 2] = DIGITS[byte >> 4] ?? 0;
  into[at + 3] = DIGITS[byte & 15] ?? 0;
  return at + 4;
}

/** How many bytes are no part of well-formed UTF-8. */
function strayBytes(bytes: Buffer): number {
  let stray = 0;
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) stray++;
    at += length === 0 ? 1 : length;
  }
  return stray;
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
