import { isAscii, isUtf8 } from 'node:buffer';

const ZLIB = 0x78;

/** The text of bytes that are nothing else; null where they are not text, or may be compressed. */
export function plainTextOf(value: Uint8Array): string | null {
  const first = value[0] ?? 0;
  if (first < 0x20 || first > 0x7e || (first === ZLIB && !isAscii(value))) return null;
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(value.buffer, value.byteOffset, value.length);
  // Several times as fast as reading ASCII as UTF-8.
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}
