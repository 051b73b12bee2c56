import { isUtf8 } from 'node:buffer';
import { base64Bytes } from '../bytes/base64-bytes.js';
import { compressionOf } from '../bytes/compression-of.js';
import { otlpRecords } from '../otlp/otlp-protobuf.js';

/** What a base64 text stands for, where that is compressed, text with words, or OTLP; else null. */
export function base64Content(text: string): Uint8Array | null {
  const bytes = base64Bytes(text);
  if (bytes === null) return null;
  const isContent = compressionOf(bytes) !== null || isLog(bytes) || otlpRecords(bytes) !== null;
  return isContent ? bytes : null;
}

const SPACE = 32;

/** Log lines are text, and have spaces, tabs or braces; a long word that is base64 by chance has not. */
function isLog(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false;
  let hasSeparator = false;
  for (const byte of bytes) {
    if (byte < SPACE && byte !== 9 && byte !== 10 && byte !== 13) return false;
    hasSeparator ||= byte === SPACE || byte === 9 || byte === 123;
  }
  return hasSeparator;
}
