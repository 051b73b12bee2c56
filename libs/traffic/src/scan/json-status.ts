/**
 * An HTTP status, 0 for none (absent, null, `-`, `''`), NaN for what is no number from 0 to 999. A status
 * line (`404 Not Found`, `HTTP/1.1 404 Not Found`) counts by its number.
 */
export function jsonStatus(value: unknown): number {
  if (typeof value === 'number') return inRange(value);
  if (value === undefined || value === null || value === '' || value === '-') return 0;
  if (typeof value !== 'string') return NaN;
  return inRange(value.length <= 3 ? Number(value) : statusOfLine(value));
}

function inRange(status: number): number {
  return Number.isInteger(status) && status >= 0 && status <= 999 ? status : NaN;
}

function statusOfLine(line: string): number {
  const from = line.startsWith('HTTP/') ? line.indexOf(' ') + 1 : 0;
  const rest = line.charCodeAt(from + 3);
  return Number.isNaN(rest) || rest === 32 ? Number(line.slice(from, from + 3)) : NaN;
}
