/** The value that a share `level` of the values does not exceed, interpolated; 0 for none. */
export function quantile(values: readonly number[], level: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * level;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The spread of the values around their median as a standard deviation, from the median absolute deviation (times 1.4826, which makes
 * it that of a normal distribution): half of the values may be anything without moving it far.
 */
export function spread(values: readonly number[]): number {
  const middle = quantile(values, 0.5);
  return (
    1.4826 *
    quantile(
      values.map((value) => Math.abs(value - middle)),
      0.5,
    )
  );
}
