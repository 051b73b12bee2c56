/**
 * Prefixes that were condemned as a whole: what was thought of everybody there, whatever each address did. Requests and times are of the
 * window it was judged in. Rows are `VisitorRow`. No parameters.
 */
export const condemnedPrefixes = `
  SELECT
    key_type, key, address,
    toUnixTimestamp64Milli(first_seen) AS first_seen,
    toUnixTimestamp64Milli(last_seen) AS last_seen,
    requests, 1 AS judged, nature, verification, stance, class, score, confidence, action, campaign, evidence
  FROM visitors
  WHERE key_type = 'prefix' AND stance = 'malicious'
  ORDER BY key`;
