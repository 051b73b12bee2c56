/**
 * Every verdict change of the cycles after `from` up to `until`, in order: rows of `PastChange`. Parameters: `from`,
 * `until`, milliseconds.
 */
export const verdictChangesBetween = `
  SELECT toUnixTimestamp64Milli(as_of) AS asOf, change, key_type AS keyType, key, action, nature, stance, class,
    JSONExtractString(message, 'mode') AS mode
  FROM verdicts
  WHERE as_of > fromUnixTimestamp64Milli({from: Int64}) AND as_of <= fromUnixTimestamp64Milli({until: Int64})
  ORDER BY sequence`;

/** A verdict change, as far as two runs over the same log can be compared by it. */
export interface PastChange {
  /** Milliseconds since the epoch: the end of the step that was judged. */
  readonly asOf: number;
  readonly change: string;
  readonly keyType: string;
  readonly key: string;
  readonly action: string;
  readonly nature: string;
  readonly stance: string;
  readonly class: string;
  readonly mode: string;
}
