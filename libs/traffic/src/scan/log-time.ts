import { clfTime } from './clf-time.js';
import { isoTime } from './iso-time.js';

const EARLIEST_MILLISECONDS = 1e11;
const EARLIEST_MICROSECONDS = 1e14;
const EARLIEST_NANOSECONDS = 1e17;
const LONGEST = 40;

/**
 * Time of a JSON log in milliseconds since the epoch, or NaN: RFC 3339 and its kin (with or without zone;
 * without means UTC), the common log format's time (with or without brackets), an HTTP date, or a number
 * of seconds, milliseconds, microseconds or nanoseconds since the epoch, told apart by magnitude (seconds
 * reach 1e11 in the year 5138). Fractions are rounded to the millisecond.
 */
export function logTime(value: unknown): number {
  if (typeof value === 'number') return epochTime(value);
  if (typeof value !== 'string' || value.length > LONGEST) return NaN;
  const bracketed = value.charCodeAt(0) === 91 && value.endsWith(']');
  return textTime(bracketed ? value.slice(1, -1) : value);
}

function textTime(text: string): number {
  const separator = text.charCodeAt(4);
  if (separator === 45 || separator === 47) return isoTime(text);
  if (text.charCodeAt(2) === 47) return clfTime(text);
  if (text.endsWith(' GMT')) return httpDate(text);
  return isNumeric(text) ? epochTime(Number(text)) : NaN;
}

function epochTime(value: number): number {
  if (!Number.isFinite(value) || value <= 0) return NaN;
  if (value < EARLIEST_MILLISECONDS) return Math.round(value * 1000);
  if (value < EARLIEST_MICROSECONDS) return Math.round(value);
  return Math.round(value / (value < EARLIEST_NANOSECONDS ? 1e3 : 1e6));
}

/** `1795381200` or `1795381200.250`: at least nine digits, that `2026` be no time. */
function isNumeric(text: string): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code !== 46 || digits < 9 || digits !== at) return false;
  }
  return digits >= 9;
}

/** `Tue, 05 Nov 2019 16:54:09 GMT`, read as `05/Nov/2019:16:54:09`. */
function httpDate(text: string): number {
  const from = text.indexOf(', ') + 2;
  const [day = '', month = '', year = '', clock = ''] = text.slice(from).split(' ');
  return clfTime(`${day.padStart(2, '0')}/${month}/${year}:${clock}`);
}
