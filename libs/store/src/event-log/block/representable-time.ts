/** Ends of DateTime64(3) as this store uses it: 1970-01-01 and 2299-12-31, milliseconds. */
const OLDEST = 0;
const NEWEST = Date.UTC(2299, 11, 31, 23, 59, 59, 999);

/** The representable time nearest to `time`; the epoch for what is no number. Milliseconds. */
export function representableTime(time: number): number {
  return Number.isNaN(time) ? OLDEST : Math.min(Math.max(Math.trunc(time), OLDEST), NEWEST);
}
