/** More pairs than that are no template's. */
const MOST_PAIRS = 100;

const QUOTE = 34;

/**
 * The pairs of `key="value",key="value"` or `key="value" key=value`, keys in lower case with `_` for `-`.
 * Nothing escapes a quote inside a value, so one closes only before another key or the end. The first
 * value of a key stands; visitors may have written the later ones.
 */
export function keyValuePairs(line: string): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (let at = 0; at < line.length && pairs.size < MOST_PAIRS;) {
    const key = keyAt(line, at);
    if (key === '') {
      at = endOfBare(line, at) + 1;
      continue;
    }
    const start = at + key.length + 1;
    const quoted = line.charCodeAt(start) === QUOTE;
    const end = quoted ? endOfQuoted(line, start + 1) : endOfBare(line, start);
    const name = key.toLowerCase().replaceAll('-', '_');
    if (!pairs.has(name)) pairs.set(name, line.slice(quoted ? start + 1 : start, end));
    at = quoted ? end + 1 : end;
  }
  return pairs;
}

const KEY = /[A-Za-z_][\w.-]{0,63}(?==)/y;

/** The key that begins at a position and ends before `=`, or `''`. */
function keyAt(line: string, at: number): string {
  KEY.lastIndex = at;
  return KEY.exec(line)?.[0] ?? '';
}

function endOfQuoted(line: string, from: number): number {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 1)) {
    const next = behindSeparators(line, at + 1);
    const ends = next === line.length || (next > at + 1 && keyAt(line, next) !== '');
    if (ends) return at;
  }
  return line.length;
}

function endOfBare(line: string, from: number): number {
  let at = from;
  while (at < line.length && !isSeparator(line.charCodeAt(at))) at++;
  return at;
}

/** At most this much may stand between two pairs. */
const WIDEST_GAP = 4;

function behindSeparators(line: string, from: number): number {
  let at = from;
  while (at < line.length && at - from < WIDEST_GAP && isSeparator(line.charCodeAt(at))) at++;
  return at;
}

/** Space, tab, comma, semicolon. */
function isSeparator(code: number): boolean {
  return code === 32 || code === 9 || code === 44 || code === 59;
}
