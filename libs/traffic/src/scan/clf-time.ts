const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/** Days differ rarely: the last one seen is remembered, for a parser reads millions of lines of one day. */
let lastDay = '';
let lastMidnight = 0;

/**
 * `22/Nov/2026:22:00:00 +0100` (the brackets' inside) in milliseconds since the epoch, UTC, or NaN.
 * A fraction of a second is accepted, as is a zone without sign of life (`Z` or nothing means UTC).
 */
export function clfTime(text: string): number {
  const midnight = midnightOf(text.slice(0, 11));
  if (text.charCodeAt(11) !== 58 || text.charCodeAt(14) !== 58 || text.charCodeAt(17) !== 58) {
    return NaN;
  }
  const hour = twoDigits(text, 12);
  const minute = twoDigits(text, 15);
  const second = twoDigits(text, 18);
  if (!(hour < 24 && minute < 60 && second < 61)) return NaN;
  const rest = text.slice(20);
  const zone = zoneMinutes(rest);
  return midnight + ((hour * 60 + minute - zone) * 60 + second) * 1000 + fractionMs(rest);
}

function midnightOf(day: string): number {
  if (day === lastDay) return lastMidnight;
  const midnight = parseDay(day);
  if (!Number.isNaN(midnight)) {
    lastDay = ` ${day}`.slice(1);
    lastMidnight = midnight;
  }
  return midnight;
}

function parseDay(day: string): number {
  const month = MONTHS.indexOf(day.slice(3, 6));
  if (day.length !== 11 || day[2] !== '/' || day[6] !== '/' || month < 0 || month % 3 !== 0) {
    return NaN;
  }
  const dayOfMonth = twoDigits(day, 0);
  const year = twoDigits(day, 7) * 100 + twoDigits(day, 9);
  if (!(dayOfMonth >= 1 && dayOfMonth <= 31 && year >= 1970)) return NaN;
  const midnight = Date.UTC(year, month / 3, dayOfMonth);
  return new Date(midnight).getUTCDate() === dayOfMonth ? midnight : NaN;
}

function zoneMinutes(rest: string): number {
  const sign = rest.charAt(rest.length - 5);
  if (rest === '' || rest === 'Z') return 0;
  if (sign !== '+' && sign !== '-') return fractionOnly(rest) ? 0 : NaN;
  const minutes = twoDigits(rest, rest.length - 4) * 60 + twoDigits(rest, rest.length - 2);
  return sign === '+' ? minutes : -minutes;
}

function fractionOnly(rest: string): boolean {
  return rest.length <= 10 && /^\.\d+Z?$/.test(rest);
}

function fractionMs(rest: string): number {
  if (rest.charCodeAt(0) !== 46) return 0;
  const [digits = ''] = /^\.\d{0,9}/.exec(rest) ?? [];
  return Math.round(Number.parseFloat(`0${digits}`) * 1000);
}

/** The number of two decimal digits at a position, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}
