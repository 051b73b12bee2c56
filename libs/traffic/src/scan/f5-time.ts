import { logTime } from './log-time.js';

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

const HTTP_DATE = /^[A-Z][a-z]{2}, (\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/;

/** As F5's own example of an event has it, a colon where the `T` belongs and no seconds. */
const COLON_DATE = /^(\d{4}-\d\d-\d\d):(\d\d:\d\d)(\.\d{1,9})?Z?$/;

/**
 * A time as F5's templates write it, in milliseconds since the epoch, or NaN: `$DATE_HTTP` (RFC 9110),
 * `$DATE_NCSA`, `$TIME_UNIX`, RFC 3339, and the form of F5's example, `2019-01-01:01:01.000Z`.
 */
export function f5Time(text: string): number {
  if (text.length > 40) return NaN;
  const http = HTTP_DATE.exec(text);
  if (http !== null) return httpTime(http);
  const colon = COLON_DATE.exec(text);
  return colon === null ? logTime(text) : logTime(`${colon[1] ?? ''}T${colon[2] ?? ''}:00Z`);
}

function httpTime([, day = '', name = '', year = '', clock = '']: readonly string[]): number {
  const month = MONTHS.indexOf(name);
  if (month < 0 || month % 3 !== 0) return NaN;
  return logTime(`${year}-${String(month / 3 + 1).padStart(2, '0')}-${day}T${clock}Z`);
}
