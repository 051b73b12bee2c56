/** Verdict changes not yet published, in order, at most `limit`. Parameters: `after` (sequence), `limit`. */
export const outboxAfter = `
  SELECT sequence, verdict_id AS verdictId, change, revision, message_key AS messageKey, message,
    formatDateTime(issued_at, '%Y-%m-%dT%H:%i:%SZ', 'UTC') AS issuedAt
  FROM verdicts
  WHERE sequence > {after: UInt64}
  ORDER BY sequence
  LIMIT {limit: UInt32}`;
