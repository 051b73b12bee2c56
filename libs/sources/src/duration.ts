const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `2s`, `-1500ms`, `7d`, or a number of milliseconds, in milliseconds; NaN where it is none. */
export function parseDuration(value: unknown): number {
  if (typeof value === 'number') return value;
  const parts =
    typeof value === 'string' ? /^([+-]?\d{1,9}(?:\.\d{1,6})?) ?(ms|[smhd])$/.exec(value) : null;
  return parts === null ? NaN : Number(parts[1]) * (UNITS[parts[2] ?? ''] ?? NaN);
}
