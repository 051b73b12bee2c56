/** Ends of DateTime64(3) as this store uses it: 1970-01-01 and 2299-12-31, milliseconds. */
const OLDEST = 0;
const NEWEST = Date.UTC(2299, 11, 31, 23, 59, 59, 999);

/** Timestamps of ten digits, 2001 to 2286, can be written as seconds; others could be taken for years. */
const TEN_DIGITS_FROM = 1_000_000_000_000;
const TEN_DIGITS_UNTIL = 10_000_000_000_000;

/** The representable time nearest to `time`; the epoch for what is no number. Milliseconds. */
export const representableTime = (time: number): number =>
  Number.isNaN(time) ? OLDEST : Math.min(Math.max(Math.trunc(time), OLDEST), NEWEST);

/** A DateTime64(3, 'UTC') field from a representable time in milliseconds. */
export const tsvTime = (time: number): string => {
  if (time >= TEN_DIGITS_FROM && time < TEN_DIGITS_UNTIL) {
    const text = String(time);
    return `${text.slice(0, 10)}.${text.slice(10)}`;
  }
  const iso = new Date(time).toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 23)}`;
};
