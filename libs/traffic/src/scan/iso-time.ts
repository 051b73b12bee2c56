/** Days differ rarely: the last one seen is remembered, for a parser reads millions of lines of one day. */
let lastDay = '';
let lastMidnight = 0;

/**
 * `2026-11-22T22:00:00.123+01:00` in milliseconds since the epoch, or NaN. The day may have slashes, a
 * space or colon may stand for `T`, the zone may be missing (UTC), `Z`, `UTC`, `+01`, `+0100` or `+01:00`
 * behind a space or none; the seconds may be missing. Fractions are rounded to the millisecond.
 */
export function isoTime(text: string): number {
  const midnight = midnightOf(text.slice(0, 10));
  if (!isDayEnd(text.charCodeAt(10)) || text.charCodeAt(13) !== 58) return NaN;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const hasSeconds = text.charCodeAt(16) === 58;
  const second = hasSeconds ? twoDigits(text, 17) : 0;
  if (!(hour < 24 && minute < 60 && second < 61)) return NaN;
  const fractionAt = hasSeconds ? 19 : 16;
  const zoneAt = endOfFraction(text, fractionAt);
  const offset = zoneMinutes(text, text.charCodeAt(zoneAt) === 32 ? zoneAt + 1 : zoneAt);
  const seconds = ((hour * 60 + minute - offset) * 60 + second) * 1000;
  return midnight + seconds + (zoneAt === fractionAt ? 0 : fractionMs(text, fractionAt, zoneAt));
}

/** `T`, `t`, space or colon. */
function isDayEnd(code: number): boolean {
  return code === 84 || code === 32 || code === 58 || code === 116;
}

function midnightOf(day: string): number {
  if (day === lastDay) return lastMidnight;
  const midnight = parseDay(day);
  if (!Number.isNaN(midnight)) {
    // A copy of its own, that the whole line be not kept in memory.
    lastDay = ` ${day}`.slice(1);
    lastMidnight = midnight;
  }
  return midnight;
}

function parseDay(day: string): number {
  const separator = day.charCodeAt(4);
  if (day.length !== 10 || separator !== day.charCodeAt(7)) return NaN;
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2);
  const month = twoDigits(day, 5);
  const dayOfMonth = twoDigits(day, 8);
  if (!(year >= 1970 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return NaN;
  const midnight = Date.UTC(year, month - 1, dayOfMonth);
  return new Date(midnight).getUTCDate() === dayOfMonth ? midnight : NaN;
}

/** Position behind `.123` or `,123`; the given one where there is no fraction. */
function endOfFraction(text: string, from: number): number {
  const mark = text.charCodeAt(from);
  if (mark !== 46 && mark !== 44) return from;
  let at = from + 1;
  while (isDigit(text.charCodeAt(at))) at++;
  return at;
}

function fractionMs(text: string, from: number, to: number): number {
  let milliseconds = 0;
  for (let at = 0; at < 3; at++) {
    const digit = from + 1 + at < to ? text.charCodeAt(from + 1 + at) - 48 : 0;
    milliseconds = milliseconds * 10 + digit;
  }
  const roundsUp = from + 4 < to && text.charCodeAt(from + 4) >= 53;
  return roundsUp ? milliseconds + 1 : milliseconds;
}

/** Minutes east of UTC, or NaN for what is no zone. */
function zoneMinutes(text: string, at: number): number {
  if (at >= text.length) return 0;
  const sign = text.charCodeAt(at);
  if (sign === 43) return offsetMinutes(text, at + 1);
  if (sign === 45) return -offsetMinutes(text, at + 1);
  const name = text.slice(at);
  return name === 'Z' || name === 'z' || name === 'UTC' ? 0 : NaN;
}

/** `01`, `0100` or `01:00`, to the end of the text. */
function offsetMinutes(text: string, at: number): number {
  const hours = twoDigits(text, at) * 60;
  if (at + 2 === text.length) return hours;
  const minutesAt = text.charCodeAt(at + 2) === 58 ? at + 3 : at + 2;
  return minutesAt + 2 === text.length ? hours + twoDigits(text, minutesAt) : NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The number of two decimal digits at a position, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
