/** Names whose spelling the pattern does not tell. */
const SPELLED: Readonly<Record<string, string>> = {
  'S[eE][mM]rushBot': 'SemrushBot',
  'Mediapartners \\(Googlebot\\)': 'Mediapartners-Google',
  'dbot\\)': 'dbot',
  'Optimizer\\)': 'Sistrix Optimizer',
  'Rigor\\)': 'Rigor',
};

/**
 * A catalogue pattern as a name people read: `[cC]laude[bB]ot` becomes `ClaudeBot`, `Googlebot\/`
 * becomes `Googlebot`, `(sistrix|SISTRIX) [cC]rawler` becomes `sistrix Crawler`.
 */
export function crawlerName(pattern: string): string {
  return SPELLED[pattern] ?? cleaned(pattern);
}

function cleaned(pattern: string): string {
  return pattern
    .replace(/\(\^\| \)|\(\[\^-\]\|\$\)|\[\\s\\S\]\*|\\d(?:\\\.\\d\+)?/g, ' ')
    .replace(/\[([A-Za-z])([A-Za-z])\]/g, (_, first: string, second: string) =>
      first === first.toUpperCase() ? first : second,
    )
    .replace(/\(([^|)]*)\|[^)]*\)/g, '$1')
    .replace(/\|.*$/, '')
    .replace(/[\^$\\]/g, '')
    .replace(/^[\s/;:(+.]+|[\s/;:(+]+$/g, '')
    .replace(/\s{2,}/g, ' ');
}
