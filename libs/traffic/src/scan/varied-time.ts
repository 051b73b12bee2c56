import { clfTime } from './clf-time.js';
import { logTime } from './log-time.js';

/** `06/23/2018:21:12:12 -0000`, as cPanel writes it: month, day, year. */
const MONTH_FIRST = /^(\d\d)\/(\d\d)\/(\d{4}):(.+)$/;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const ISO_WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?$/;
const LONGEST = 40;

/**
 * A time of an access line in milliseconds since the epoch, or NaN: the common log format's, cPanel's,
 * ISO 8601, or seconds since the epoch. Times without a zone are in that of the source, minutes east of UTC.
 */
export function variedTime(text: string, utcOffsetMinutes: number): number {
  if (text.length > LONGEST || text.length < 10) return NaN;
  if (text.charAt(2) === '/') return clfTime(withMonthName(text));
  const time = logTime(text);
  return ISO_WITHOUT_ZONE.test(text) ? time - utcOffsetMinutes * 60_000 : time;
}

function withMonthName(text: string): string {
  const match = MONTH_FIRST.exec(text);
  if (match === null) return text;
  const [, month = '', day = '', year = '', rest = ''] = match;
  return `${day}/${MONTHS[Number(month) - 1] ?? month}/${year}:${rest}`;
}
