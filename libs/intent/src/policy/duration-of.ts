const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** `90s`, `15m`, `12h`, `30d` in milliseconds; NaN where it is no length of time. */
export function durationOf(value: unknown): number {
  const parts =
    typeof value === 'string' ? /^(\d{1,7}(?:\.\d{1,3})?) ?([smhd])$/.exec(value) : null;
  return parts === null ? NaN : Number(parts[1]) * (UNITS[parts[2] ?? ''] ?? NaN);
}
