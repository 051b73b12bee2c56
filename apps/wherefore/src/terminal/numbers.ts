const grouped = new Intl.NumberFormat('en-US');

/** 12345 as 12,345. */
export const count = (value: number): string => grouped.format(Math.round(value));

/** 0.9532 as 95.3 %; nothing to divide by is a dash. */
export const percent = (share: number | null): string =>
  share === null ? '–' : `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;

/** 93 as 1 min 33 s. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** "1 visitor", "2 visitors". */
export const counted = (value: number, noun: string): string =>
  `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
