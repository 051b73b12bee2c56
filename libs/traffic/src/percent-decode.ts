/**
 * Decodes `%HH` once, as UTF-8; what is not valid stays as it is (`decodeURIComponent` would throw).
 * `+` is left alone. Linear time.
 */
export function percentDecode(text: string): string {
  const first = text.indexOf('%');
  if (first < 0) return text;
  if (wellFormed(text, first)) {
    try {
      return decodeURIComponent(text);
    } catch {
      // Escapes of bytes that are no UTF-8: decode what can be.
    }
  }
  return decodeLeniently(text, first);
}

/** Decodes twice: scanners hide behind `%252e`. */
export function percentDecodeTwice(text: string): string {
  const once = percentDecode(text);
  return once === text ? text : percentDecode(once);
}

function wellFormed(text: string, first: number): boolean {
  for (let at = first; at >= 0; at = text.indexOf('%', at + 1)) {
    if (byteAt(text, at) < 0) return false;
  }
  return true;
}

function decodeLeniently(text: string, first: number): string {
  let decoded = '';
  let done = 0;
  for (let at = first; at >= 0; at = text.indexOf('%', Math.max(at + 1, done))) {
    const byte = byteAt(text, at);
    if (byte < 0 || byte > 0x7f) continue;
    decoded += text.slice(done, at) + String.fromCharCode(byte);
    done = at + 3;
  }
  return decoded + text.slice(done);
}

function byteAt(text: string, percent: number): number {
  const high = hexDigit(text.charCodeAt(percent + 1));
  const low = hexDigit(text.charCodeAt(percent + 2));
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/** Value of a hexadecimal digit by its char code, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}
