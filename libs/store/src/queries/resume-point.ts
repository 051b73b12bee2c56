/**
 * Where the analysis stopped: the newest finished cycle, or the newest cycle whose verdicts already
 * stand in the outbox (its last write), with the append time it had seen and the next sequence number. Rounds over facts
 * come between cycles and only take sequence numbers.
 */
export const resumePoint = `
  SELECT
    greatest(
      (SELECT ifNull(max(toUnixTimestamp64Milli(as_of)), 0) FROM analysis_cycles),
      (SELECT ifNull(max(toUnixTimestamp64Milli(as_of)), 0) FROM verdicts WHERE round = '')
    ) AS asOf,
    (SELECT ifNull(max(toUnixTimestamp64Milli(appended_until)), 0) FROM analysis_cycles) AS appendedUntil,
    (SELECT ifNull(max(sequence), 0) FROM verdicts) + 1 AS nextSequence`;
