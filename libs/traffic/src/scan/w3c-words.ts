/** Words of a W3C line beyond this many are left alone. */
const MOST_WORDS = 400;

const QUOTE = 34;
const SPACE = 32;

/**
 * The words of an entry, or the first of them, separated by tabs where it has any, else by spaces; quotes
 * are left as they are.
 */
export function plainWords(line: string, most = MOST_WORDS): string[] {
  if (line.includes('\t')) return line.split('\t', most);
  const words = line.split(' ', most);
  return words.includes('') ? words.filter((word) => word !== '') : words;
}

/** The words of an entry in which quotes hold words together; a quote inside them is doubled. */
export function quotedWords(line: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < line.length && words.length < MOST_WORDS;) {
    if (isSeparator(line.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = line.charCodeAt(at) === QUOTE ? endOfQuoted(line, at) : endOfWord(line, at);
    words.push(line.slice(at, end));
    at = end;
  }
  return words;
}

/** Without its quotes, where it has them on both sides. */
export function unquotedWord(word: string): string {
  if (!isQuoted(word)) return word;
  const inner = word.slice(1, -1);
  return inner.includes('""') ? inner.replaceAll('""', '"') : inner;
}

/** Whether quotes stand on both sides of a word. */
export function isQuoted(word: string): boolean {
  const last = word.length - 1;
  return last > 0 && word.charCodeAt(0) === QUOTE && word.charCodeAt(last) === QUOTE;
}

function isSeparator(code: number): boolean {
  return code === SPACE || code === 9;
}

function endOfWord(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isSeparator(line.charCodeAt(at))) at++;
  return at;
}

/** Behind the quote that closes: the last of an odd run, before a separator or the end. */
function endOfQuoted(line: string, open: number): number {
  for (let at = line.indexOf('"', open + 1); at >= 0; at = line.indexOf('"', at)) {
    const first = at;
    while (line.charCodeAt(at) === QUOTE) at++;
    const closes = at === line.length || isSeparator(line.charCodeAt(at));
    if (closes && (at - first) % 2 === 1) return at;
  }
  return line.length;
}
