/** Longer lists of pairs are not looked at beyond this. */
const LONGEST = 16_384;

/** The value of the first `name=value` in a list of pairs (cookies, a query); `''` where there is none. Linear time. */
export function pairValue(pairs: string, name: string, separator: ';' | '&'): string {
  const text = pairs.length > LONGEST ? pairs.slice(0, LONGEST) : pairs;
  for (let at = text.indexOf(`${name}=`); at >= 0; at = text.indexOf(`${name}=`, at + 1)) {
    if (!beginsPair(text, at, separator)) continue;
    const start = at + name.length + 1;
    const end = text.indexOf(separator, start);
    return text.slice(start, end < 0 ? text.length : end).trim();
  }
  return '';
}

/** Whether nothing but spaces stands between a position and the separator before it. */
function beginsPair(text: string, at: number, separator: string): boolean {
  let before = at - 1;
  while (before >= 0 && text.charCodeAt(before) === 32) before--;
  return before < 0 || text.charAt(before) === separator;
}
