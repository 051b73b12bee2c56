/** `+01:00`, `-0530`, `Z` in minutes east of UTC; NaN where it is none. */
export function parseUtcOffset(value: unknown): number {
  if (value === 'Z') return 0;
  const parts = typeof value === 'string' ? /^([+-])(\d\d):?([0-5]\d)$/.exec(value) : null;
  if (parts === null || Number(parts[2]) > 14) return NaN;
  const minutes = Number(parts[2]) * 60 + Number(parts[3]);
  return parts[1] === '-' ? -minutes : minutes;
}
