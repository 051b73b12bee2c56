import { percentDecode } from '../percent-decode.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Value of each character code, -1 for those outside the alphabet; `+` and `/` count as their URL-safe twins. */
const VALUES = Int8Array.from({ length: 128 }, (_, code) =>
  ALPHABET.indexOf(String.fromCharCode(code).replace('+', '-').replace('/', '_')),
);

/** The UTF-8 text that base64url stands for (padding or not); `''` where it is none. Linear time. */
export function base64UrlText(encoded: string): string {
  let escaped = '';
  let bits = 0;
  let count = 0;
  for (let at = 0; at < encoded.length; at++) {
    const code = encoded.charCodeAt(at);
    if (code === EQUALS) break;
    const value = code < 128 ? (VALUES[code] ?? -1) : -1;
    if (value < 0) return '';
    bits = ((bits << 6) | value) & 0xfff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    escaped += byteText((bits >> count) & 0xff);
  }
  return percentDecode(escaped);
}

const EQUALS = 61;
const PERCENT = 37;

/** Letters as they are, all that UTF-8 has to be decoded for (and `%` itself) as `%HH`. */
function byteText(byte: number): string {
  if (byte < 128 && byte !== PERCENT) return String.fromCharCode(byte);
  return `%${byte.toString(16).padStart(2, '0')}`;
}
