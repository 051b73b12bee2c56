import { InvalidArgumentError } from 'commander';

/** A parser for a whole number within bounds, for commander. */
export const wholeNumber =
  (least: number, most: number = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text);
    if (/^-?\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      most === Number.MAX_SAFE_INTEGER
        ? `It has to be a whole number of at least ${least}.`
        : `It has to be a whole number from ${least} to ${most}.`,
    );
  };

/** A parser for a number above zero. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError('It has to be a number above 0.');
}

/** A parser for a UTC instant, in milliseconds since the epoch. */
export function instant(text: string): number {
  const value = Date.parse(text);
  if (Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It has to be a time like 2025-03-03T00:00:00Z.');
}
