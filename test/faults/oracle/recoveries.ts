/** Milliseconds from a fault to the first progress after it; half of the trials took at most p50, 95 % at most p95. */
export interface RecoveryTimes {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** @returns null without any trial */
export function recoveryTimes(milliseconds: readonly number[]): RecoveryTimes | null {
  const sorted = milliseconds.map(Math.round).sort((one, other) => one - other);
  const longest = sorted.at(-1);
  if (longest === undefined) return null;
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? longest;
  return { p50: at(0.5), p95: at(0.95), max: longest };
}
