import { isMarkerAt, type SecretSpan } from './redaction.js';
import { sensitiveKey } from './sensitive-key.js';

const LONGEST_KEY = 64;

/**
 * Secrets told by their name: `token=…` in queries, forms and cookies, `"password": "…"` in JSON,
 * `Authorization: Basic …` and `Cookie: …` in headers. The key is looked for before each `=` and `:`.
 */
export function pairSpans(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code !== 61 && code !== 58) continue;
    const kind = sensitiveKey(keyBefore(text, at, done));
    if (kind === '') continue;
    const start = valueStart(text, at + 1);
    const end = valueEnd(text, start, kind === 'cookie');
    if (end > start && !isMarkerAt(text, start)) spans.push({ start, end, kind });
    done = Math.max(end, at);
    at = Math.max(at, end - 1);
  }
  return spans;
}

/** The word before a separator, past a closing quote (bare, `\\"`, `\\x22`) and white space. */
function keyBefore(text: string, separator: number, earliest: number): string {
  let end = text.startsWith(LOGGED_QUOTE, separator - 4) ? separator - 4 : separator;
  while (end > earliest && separator - end < 8 && isPadding(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > earliest && end - start < LONGEST_KEY && isKey(text.charCodeAt(start - 1)))
    start--;
  const key = text.slice(start, end);
  return key.startsWith('x22') && text.charCodeAt(start - 1) === 92 ? key.slice(3) : key;
}

/** How nginx logs a quote. */
const LOGGED_QUOTE = '\\x22';

/** Past white space, an opening quote and the name of an authentication scheme. */
function valueStart(text: string, from: number): number {
  let start = from;
  while (
    start - from < 8 &&
    isPadding(text.charCodeAt(start)) &&
    !text.startsWith(LOGGED_QUOTE, start)
  ) {
    start++;
  }
  if (text.startsWith(LOGGED_QUOTE, start)) start += LOGGED_QUOTE.length;
  for (const scheme of ['Basic ', 'Bearer ', 'Digest ', 'Negotiate ']) {
    if (text.startsWith(scheme, start)) return start + scheme.length;
  }
  return start;
}

function valueEnd(text: string, start: number, wholeHeader: boolean): number {
  let end = start;
  while (end < text.length && !ends(text.charCodeAt(end), wholeHeader)) end++;
  return end;
}

/** `" \` and line ends end any value; white space and `& ; , } ' < >` end all but a cookie header's. */
function ends(code: number, wholeHeader: boolean): boolean {
  if (code === 34 || code === 92 || code === 10 || code === 13) return true;
  return !wholeHeader && (code === 32 || code === 9 || ENDS.has(code));
}

const ENDS = new Set([38, 59, 44, 125, 39, 60, 62]);

function isPadding(code: number): boolean {
  return code === 32 || code === 34 || code === 39 || code === 92;
}

/** Letters, digits and `_ - . [ ] %`. */
function isKey(code: number): boolean {
  const lower = code | 32;
  if ((lower >= 97 && lower <= 122) || (code >= 48 && code <= 57)) return true;
  return code === 95 || code === 45 || code === 46 || code === 91 || code === 93 || code === 37;
}
