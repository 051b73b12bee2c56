import { wholeNumber } from './whole-number.js';

const DOT = 46;
const ZERO = 48;
/** So many digits are exact as a whole number, and so is a power of ten with as many zeros. */
const MOST_DIGITS = 15;
/** Seconds since the epoch from the year 2001 to 2286, and milliseconds likewise. */
const SECONDS_DIGITS = 10;
const MILLISECONDS_DIGITS = 13;
const POWERS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/** `15`, `0.025`: the number that JavaScript reads; NaN for anything else. */
export function decimalNumber(bytes: Uint8Array, start: number, end: number): number {
  const dot = dotIn(bytes, start, end);
  if (dot === end) return orNaN(wholeNumber(bytes, start, end));
  const places = end - dot - 1;
  if (end - start - 1 > MOST_DIGITS) return NaN;
  const whole = wholeNumber(bytes, start, dot);
  const fraction = wholeNumber(bytes, dot + 1, end);
  const power = POWERS[places] ?? NaN;
  // Both exact, and their quotient is rounded once.
  return whole < 0 || fraction < 0 ? NaN : (whole * power + fraction) / power;
}

/** Milliseconds of `1795381200`, `1795381200.25` or `1795381200250`; NaN for anything else. */
export function epochNumber(bytes: Uint8Array, start: number, end: number): number {
  if (bytes[start] === ZERO) return NaN;
  const dot = dotIn(bytes, start, end);
  if (dot === end && end - start === MILLISECONDS_DIGITS)
    return orNaN(wholeNumber(bytes, start, end));
  const seconds = dot - start === SECONDS_DIGITS ? wholeNumber(bytes, start, dot) : -1;
  return seconds < 0 ? NaN : seconds * 1000 + (dot === end ? 0 : thousandths(bytes, dot + 1, end));
}

/** One to three digits behind a dot. */
function thousandths(bytes: Uint8Array, start: number, end: number): number {
  const fraction = end - start > 3 ? -1 : wholeNumber(bytes, start, end);
  return fraction < 0 ? NaN : fraction * (POWERS[3 - (end - start)] ?? 1);
}

/** Position of a dot, or the end. */
function dotIn(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== DOT) at++;
  return at;
}

function orNaN(number: number): number {
  return number < 0 ? NaN : number;
}
