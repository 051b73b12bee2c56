import { hexDigit } from '../percent-decode.js';

/**
 * Position of the quote that closes a text begun before `from`, or -1. Quotes behind a backslash do
 * not close; neither do bare quotes inside a value (old servers did not escape them), which are told
 * by what follows: a closing quote stands before a space or the end of the line.
 */
export function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    const next = line.charCodeAt(at + 1);
    // `"user agent"rt=0.1`: nginx's own example of a log format lacks a space, and has been copied a lot.
    const closes = at + 1 === line.length || next === 32 || line.startsWith('rt=', at + 1);
    if (closes && !escaped(line, at, from)) return at;
  }
  return -1;
}

function escaped(line: string, quote: number, from: number): boolean {
  let backslashes = 0;
  for (let at = quote - 1; at >= from && line.charCodeAt(at) === 92; at--) backslashes++;
  return backslashes % 2 === 1;
}

/** Four logged characters make at most one (`\xHH`), and no text of an event is longer than 8,192. */
const LONGEST_LOGGED = 4 * 8192;

/**
 * Undoes what servers do to a header before logging it: `\"`, `\\`, and `\xHH` of printable or UTF-8
 * bytes. Control bytes and bytes that are no UTF-8 keep their escape, so that no event carries them.
 */
export function unescapeLogged(logged: string): string {
  let at = logged.indexOf('\\');
  if (at < 0) return logged;
  const text = logged.slice(0, LONGEST_LOGGED);
  let plain = text.slice(0, at);
  while (at < text.length) {
    if (text.charCodeAt(at) !== 92) {
      const next = text.indexOf('\\', at);
      const end = next < 0 ? text.length : next;
      plain += text.slice(at, end);
      at = end;
      continue;
    }
    const bytes = escapedBytes(text, at);
    plain += bytes.length > 0 ? decodeBytes(bytes) : backslashPair(text, at);
    at += bytes.length > 0 ? bytes.length * 4 : 2;
  }
  return plain;
}

function backslashPair(text: string, at: number): string {
  const next = text.charAt(at + 1);
  return next === '"' || next === '\\' ? next : `\\${next}`;
}

/** The bytes of a run of `\xHH`. */
function escapedBytes(text: string, from: number): number[] {
  const bytes: number[] = [];
  for (let at = from; text.charCodeAt(at) === 92 && text.charCodeAt(at + 1) === 120; at += 4) {
    const high = hexDigit(text.charCodeAt(at + 2));
    const low = hexDigit(text.charCodeAt(at + 3));
    if (high < 0 || low < 0) break;
    bytes.push(high * 16 + low);
  }
  return bytes;
}

function decodeBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = utf8Length(bytes, at);
    const point = length === 0 ? -1 : codePoint(bytes, at, length);
    if (point < 32 || point === 127) {
      text += `\\x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
      at++;
    } else {
      text += String.fromCodePoint(point);
      at += length;
    }
  }
  return text;
}

/** Length of the UTF-8 sequence at a position; 0 where there is none. */
function utf8Length(bytes: readonly number[], at: number): number {
  const length = announcedLength(bytes[at] ?? 0);
  for (let index = 1; index < length; index++) {
    if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function announcedLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

const LEAST_OF_LENGTH = [0, 0, 0x80, 0x800, 0x10000];

function codePoint(bytes: readonly number[], at: number, length: number): number {
  const first = bytes[at] ?? 0;
  if (length === 1) return first;
  let point = first & (0x7f >> length);
  for (let index = 1; index < length; index++)
    point = (point << 6) | ((bytes[at + index] ?? 0) & 63);
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < (LEAST_OF_LENGTH[length] ?? 0) || point > 0x10ffff || surrogate ? -1 : point;
}
