import { OneText } from '../piece.js';

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * The JSON objects and arrays of a text that is nothing else: one after the other without line feeds
 * between them, as Firehose writes them, or each over several lines. Null for anything else.
 */
export function jsonDocuments(text: string): OneText[] | null {
  const documents: OneText[] = [];
  for (let at = startAfter(text, 0); at < text.length;) {
    const end = documentEnd(text, at);
    if (end < 0) return null;
    documents.push(new OneText(text.slice(at, end)));
    at = startAfter(text, end);
  }
  return documents.length === 0 ? null : documents;
}

/** Past white space, a comma, and RFC 7464's record separator. */
function startAfter(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n,\u001e'.includes(text.charAt(at))) at++;
  return at;
}

/** Where the object or array ends that begins at a position; -1 where none begins, or none ends. */
function documentEnd(text: string, start: number): number {
  if (!'{['.includes(text.charAt(start))) return -1;
  let open = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else open += BRACKETS.get(code) ?? 0;
    if (open === 0) return at + 1;
  }
  return -1;
}

/** `{`, `[`, `}` and `]`, and what they change about how many are open. */
const BRACKETS = new Map([
  [123, 1],
  [91, 1],
  [125, -1],
  [93, -1],
]);

function closingQuote(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === QUOTE) return at;
  }
  return text.length;
}
