import { logTime } from './log-time.js';

/** As F5's own example of an event has it, a colon where the `T` belongs and no seconds. */
const COLON_DATE = /^(\d{4}-\d\d-\d\d):(\d\d:\d\d)(\.\d{1,9})?Z?$/;

/**
 * A time as F5's templates write it, in milliseconds since the epoch, or NaN: `$DATE_HTTP`, `$DATE_NCSA`,
 * `$TIME_UNIX`, RFC 3339, and the form of F5's example, `2019-01-01:01:01.000Z`.
 */
export function f5Time(text: string): number {
  const colon = COLON_DATE.exec(text.slice(0, 40));
  return colon === null ? logTime(text) : logTime(`${colon[1] ?? ''}T${colon[2] ?? ''}:00Z`);
}
