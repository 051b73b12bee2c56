/**
 * The newest state of every visitor key up to the cycle `asOf` (milliseconds), and what rounds over facts left whose verdicts
 * stand in the outbox. Revisions only grow, and tell which state of a key is the newest even where a round decided about late lines. Rows are
 * `VerdictState`.
 */
export const verdictStates = `
  SELECT key_type AS keyType, key, phase, action, mode, stance, class, score, revision, offences,
    toUnixTimestamp64Milli(since) AS since,
    toUnixTimestamp64Milli(expires_at) AS expiresAt,
    toUnixTimestamp64Milli(confirmed_at) AS confirmedAt,
    at_most AS atMost, because
  FROM verdict_states FINAL
  WHERE (round = '' AND as_of <= fromUnixTimestamp64Milli({asOf: Int64}, 'UTC'))
    OR (round = 'facts' AND (key_type, key, as_of) IN (SELECT key_type, key, as_of FROM verdicts WHERE round = 'facts'))
  ORDER BY revision DESC, as_of DESC
  LIMIT 1 BY key_type, key`;
