const SPACE = 32;
const QUOTE = 34;
const DASH = 45;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;

/** Where RFC 5424's structured data ends that begins at a position, a space or the line's end; -1 where it is none. */
export function structuredDataEnd(text: string, start: number): number {
  let at = start;
  if (text.charCodeAt(at) === DASH) at++;
  else while (at >= 0 && text.charCodeAt(at) === OPEN) at = elementEnd(text, at);
  return at > start && (at === text.length || text.charCodeAt(at) === SPACE) ? at : -1;
}

/** Behind `[id name="value" …]`, in whose values quotes, backslashes and brackets are escaped. */
function elementEnd(text: string, start: number): number {
  let isQuoted = false;
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && isQuoted) at++;
    else if (code === QUOTE) isQuoted = !isQuoted;
    else if (code === CLOSE && !isQuoted) return at + 1;
  }
  return -1;
}
