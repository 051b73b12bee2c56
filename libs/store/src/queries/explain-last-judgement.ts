/**
 * How often and how a key without a verdict was judged, newest first. Rows: `keyType`, `stance`, `action`, `score`,
 * `judgedAt` (milliseconds). Parameters: `key`.
 */
export const explainLastJudgement = `
  SELECT key_type AS keyType, stance, action, score, toUnixTimestamp64Milli(as_of) AS judgedAt
  FROM visitor_judgements FINAL
  WHERE key = {key: String}
  ORDER BY as_of DESC
  LIMIT 1`;
