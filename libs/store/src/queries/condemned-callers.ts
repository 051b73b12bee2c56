import { type VisitorRow } from './visitor-export.js';

/**
 * Addresses with their user agents that were condemned for what they called as an API client: sub-visitors that neither a consent, an
 * account nor a customer tells apart. One row for each, `CondemnedCaller`; requests and times are of the windows it was judged in.
 * No parameters.
 */
export const condemnedCallers = `
  SELECT
    key_type, key,
    splitByChar('|', substring(key, 1, length(key) - length(user_agent) - 1))[-1] AS address,
    user_agent AS agent,
    toUnixTimestamp64Milli(first_seen) AS first_seen,
    toUnixTimestamp64Milli(last_seen) AS last_seen,
    requests, 1 AS judged, nature, verification, stance, class, score, confidence, action, campaign, evidence
  FROM visitors
  WHERE key_type = 'api_sub_visitor' AND stance = 'malicious'
    AND endsWith(key, concat(' ', user_agent)) AND toIPv6OrNull(address) IS NOT NULL
  ORDER BY address, agent`;

export interface CondemnedCaller extends VisitorRow {
  readonly agent: string;
}
