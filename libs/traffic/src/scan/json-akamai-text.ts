import { percentDecode } from '../percent-decode.js';

/**
 * A text of Akamai's log as it was: `%HH` decoded and `+` made a space, unless the text shows that nobody
 * encoded it, by characters that encoding leaves none of.
 */
export function akamaiText(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  if (PLAIN.test(text)) return text;
  return percentDecode(text.replaceAll('+', ' '));
}

const PLAIN = /[ /:()=;,]/;

/** Path and query put together; both stay percent-encoded as they were asked for. */
export function akamaiTarget(path: string, query: string): string {
  if (path === '') return '';
  const whole = path.includes('/') ? path : encodedWhole(path, '%2F');
  const rooted = whole.startsWith('/') ? whole : `/${whole}`;
  const asked = query.includes('=') ? query : encodedWhole(query, '%3D');
  return asked === '' || rooted.includes('?') ? rooted : `${rooted}?${asked}`;
}

/** Decoded once where it holds the code of a character that no part of a URL would have encoded throughout. */
function encodedWhole(text: string, code: string): string {
  return text.toUpperCase().includes(code) ? percentDecode(text) : text;
}
