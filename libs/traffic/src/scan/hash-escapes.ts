import { unescapeLogged } from './quoted-text.js';

/**
 * Undoes HAProxy's `#HH` (a byte in two hexadecimal digits) of printable or UTF-8 bytes. Control bytes and
 * bytes that are no UTF-8 become `\xHH`, as other servers log them.
 */
export function unescapeHashes(text: string): string {
  if (!text.includes('#')) return text;
  return unescapeLogged(text.replaceAll('\\', '\\\\').replace(/#([\dA-Fa-f]{2})/g, '\\x$1'));
}
