const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

/** `10s`, `5m`, `1h` in milliseconds; NaN where the text is no duration. */
export function parseDuration(value: unknown): number {
  const parts = typeof value === 'string' ? /^(\d{1,6}) ?([smh])$/.exec(value) : null;
  return parts === null ? NaN : Number(parts[1]) * (UNITS[parts[2] ?? ''] ?? NaN);
}
