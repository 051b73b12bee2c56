/** What the store holds, in three numbers: one row, `EventTotals`. No parameters. */
export const eventTotals = `
  SELECT
    toFloat64(countIf(reject_reason = '')) AS events,
    toFloat64(countIf(reject_reason != '')) AS deadLetters,
    toFloat64(maxIf(toUnixTimestamp64Milli(event_time),
                    reject_reason = '' AND event_time_suspect = 0)) AS newestEvent
  FROM access_events`;

export interface EventTotals {
  readonly events: number;
  /** Lines that could not be parsed. */
  readonly deadLetters: number;
  /** Newest event time that is not suspect, milliseconds since the epoch; 0 without events. */
  readonly newestEvent: number;
}
