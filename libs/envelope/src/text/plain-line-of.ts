import { isAscii, isUtf8 } from 'node:buffer';
import { isPlainLine } from './is-plain-line.js';

const RETURN = 13;
const ZLIB = 0x78;

/** The line of a message that is nothing but one plain line, by far the most usual; else null. */
export function plainLineOf(value: Uint8Array | string): string | null {
  const text = typeof value === 'string' ? value : plainTextOf(value);
  if (text === null || !isPlainLine(text)) return null;
  const end = text.indexOf('\n');
  if (end < 0) return text.charCodeAt(text.length - 1) === RETURN ? text.slice(0, -1) : text;
  if (end < text.length - 1) return null;
  return text.slice(0, text.charCodeAt(end - 1) === RETURN ? end - 1 : end);
}

/** Null where the bytes are not text, or may be compressed. */
function plainTextOf(value: Uint8Array): string | null {
  const first = value[0] ?? 0;
  if (first < 0x20 || first > 0x7e || (first === ZLIB && !isAscii(value))) return null;
  const bytes = Buffer.isBuffer(value)
    ? value
    : Buffer.from(value.buffer, value.byteOffset, value.length);
  if (isAscii(bytes)) return bytes.toString('latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}
