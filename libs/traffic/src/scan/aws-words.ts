import { closingQuote, unescapeLogged } from './quoted-text.js';

/** AWS's longest entry has 33 fields so far; new ones are put behind the old. */
const MOST_WORDS = 60;

const QUOTE = 34;
const SPACE = 32;

/** The fields of a load balancer's or S3's entry as logged, quotes taken off; an entry that was cut has fewer. */
export function awsWords(line: string, from = 0): string[] {
  const words: string[] = [];
  for (let at = from; at < line.length && words.length < MOST_WORDS;) {
    if (line.charCodeAt(at) === SPACE) {
      at++;
      continue;
    }
    const quoted = line.charCodeAt(at) === QUOTE;
    const start = quoted ? at + 1 : at;
    const found = quoted ? closingQuote(line, start) : line.indexOf(' ', start);
    const end = found < 0 ? line.length : found;
    words.push(line.slice(start, end));
    at = end + 1;
  }
  return words;
}

/** The text of a field; `''` for `-` and for a field that is not there. */
export function awsText(words: readonly string[], index: number): string {
  const word = words[index] ?? '';
  return word === '-' ? '' : unescapeLogged(word);
}

/** A count of bytes or milliseconds, or null where the field has none. */
export function awsCount(words: readonly string[], index: number): number | null {
  const word = words[index] ?? '';
  return /^\d{1,15}$/.test(word) ? Number(word) : null;
}

/** A status code; 0 where there was no answer, NaN where the field is no status. */
export function awsStatus(words: readonly string[], index: number): number {
  const word = words[index] ?? '-';
  if (word === '-') return 0;
  return /^\d{3}$/.test(word) ? Number(word) : NaN;
}
