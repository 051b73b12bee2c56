import { closingQuote } from './quoted-text.js';

/** A piece of a line between spaces: `word`, `"quoted text"`, `[bracketed text]`, `name="quoted text"` (a word). */
export interface LineToken {
  readonly kind: 'word' | 'quoted' | 'bracketed';
  /** Without its quotes or brackets, escapes as logged. */
  readonly text: string;
  readonly start: number;
  /** Position behind the piece. */
  readonly end: number;
}

/** More pieces than that are nobody's log format; what follows them is not looked at. */
const MOST_TOKENS = 64;

/** Cuts a line into its pieces; a quote that never closes takes the rest of the line. */
export function lineTokens(line: string, from = 0): LineToken[] {
  const tokens: LineToken[] = [];
  let at = from;
  while (tokens.length < MOST_TOKENS) {
    while (line.charCodeAt(at) === 32 || line.charCodeAt(at) === 9) at++;
    if (at >= line.length) break;
    const token = tokenAt(line, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(line: string, start: number): LineToken {
  const code = line.charCodeAt(start);
  if (code === 34) {
    const close = closingQuote(line, start + 1);
    const stop = close < 0 ? line.length : close;
    return { kind: 'quoted', text: line.slice(start + 1, stop), start, end: stop + 1 };
  }
  const close = code === 91 ? closingBracket(line, start) : -1;
  if (close >= 0) {
    return { kind: 'bracketed', text: line.slice(start + 1, close), start, end: close + 1 };
  }
  const end = wordEnd(line, start);
  return { kind: 'word', text: line.slice(start, end), start, end };
}

/** The bracket that closes before a space, or -1. */
function closingBracket(line: string, start: number): number {
  const close = line.indexOf('] ', start);
  if (close >= 0) return close;
  return line.endsWith(']') ? line.length - 1 : -1;
}

function wordEnd(line: string, start: number): number {
  const space = line.indexOf(' ', start);
  const end = space < 0 ? line.length : space;
  const quote = line.indexOf('="', start);
  if (quote < 0 || quote >= end) return end;
  const close = closingQuote(line, quote + 2);
  return close < 0 ? line.length : close + 1;
}

/** nginx writes several upstreams as `a, b` and, after an internal redirect, ` : c`: each list becomes one piece. */
export function joinLists(tokens: readonly LineToken[]): LineToken[] {
  const joined: LineToken[] = [];
  let open = false;
  for (const token of tokens) {
    const last = joined.at(-1);
    const separator = token.text === ':' || token.text === ',';
    if (last?.kind === 'word' && (open || separator)) {
      const text = `${last.text} ${token.text}`;
      joined[joined.length - 1] = { kind: 'word', text, start: last.start, end: token.end };
    } else {
      joined.push(token);
    }
    open = token.kind === 'word' && (separator || token.text.endsWith(','));
  }
  return joined;
}
