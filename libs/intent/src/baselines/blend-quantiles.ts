/** One distribution and how much it weighs. */
export interface WeightedQuantiles {
  readonly quantiles: readonly number[];
  readonly weight: number;
}

/**
 * The distribution between several: quantile by quantile their weighted mean, which keeps the shape that
 * they share (Vincent averaging; Ratcliff, Psychological Bulletin 86, 1979). At least one weight is above 0.
 */
export function blendQuantiles(parts: readonly WeightedQuantiles[]): readonly number[] {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const levels = parts[0]?.quantiles ?? [];
  return levels.map(
    (_, level) =>
      parts.reduce((sum, { quantiles, weight }) => sum + (quantiles[level] ?? 0) * weight, 0) /
      total,
  );
}
