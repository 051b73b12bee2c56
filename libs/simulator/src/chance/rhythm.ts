const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How busy each hour of the day (UTC) and each day of the week (Sunday first) is; 1 is the mean of a day and of a week. */
export interface Rhythm {
  readonly hours: readonly number[];
  readonly days: readonly number[];
}

function normalised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value / mean);
}

function rhythm(hours: readonly number[], days: readonly number[]): Rhythm {
  return { hours: normalised(hours), days: normalised(days) };
}

/**
 * Assumptions, after the usual shape of web traffic by local hour (trough around four in the morning at about a tenth
 * of the evening peak; shops peak at nine in the evening and on Sundays, news on weekday mornings, offices by day).
 */
export const SHOP_RHYTHM = rhythm(
  [22, 13, 9, 7, 6, 8, 15, 28, 42, 52, 58, 60, 64, 62, 58, 57, 60, 66, 74, 86, 98, 100, 78, 45],
  [115, 100, 97, 95, 97, 98, 105],
);
export const NEWS_RHYTHM = rhythm(
  [20, 12, 9, 8, 12, 30, 68, 98, 100, 82, 70, 68, 84, 78, 64, 60, 64, 72, 76, 74, 72, 68, 56, 36],
  [82, 108, 108, 107, 106, 104, 85],
);
export const OFFICE_RHYTHM = rhythm(
  [1, 1, 1, 1, 1, 2, 8, 40, 90, 100, 98, 92, 80, 84, 95, 96, 90, 70, 26, 10, 6, 4, 2, 1],
  [6, 100, 102, 104, 100, 88, 8],
);
export const NIGHT_RHYTHM = rhythm(
  [96, 100, 98, 92, 70, 38, 14, 5, 3, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 6, 10, 20, 44, 76],
  [105, 95, 95, 95, 98, 105, 107],
);
export const FLAT_RHYTHM = rhythm(Array<number>(24).fill(1), Array<number>(7).fill(1));

/** The factor at an instant (epoch milliseconds), linear between the middles of hours. */
export function rhythmAt(pattern: Rhythm, time: number): number {
  const position = (((time % DAY) + DAY) % DAY) / HOUR - 0.5;
  const floor = Math.floor(position);
  const before = pattern.hours[(floor + 24) % 24] ?? 1;
  const after = pattern.hours[(floor + 25) % 24] ?? 1;
  const weekday = (((Math.floor(time / DAY) + 4) % 7) + 7) % 7;
  return (before + (after - before) * (position - floor)) * (pattern.days[weekday] ?? 1);
}
