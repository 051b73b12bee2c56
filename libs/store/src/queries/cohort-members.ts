import { prefixOf, prefixText } from './visitor-window/spread-prefixes.js';

const prefix = prefixText(prefixOf('client_address'));

/**
 * Sessions that succeeded at something before: a POST to a path of one of `roles` that was answered 2xx or 3xx. Rows: `session`, and the
 * addresses and user agents it was seen at in the window since `windowFrom`.
 *
 * Parameters: `from`, `before`, `windowFrom`, `to` (DateTime64(3), UTC), `roles`, `addresses` (of visitors that are asked about),
 * `prefixes` (CIDR, asked about), `sessions` (asked about by themselves).
 */
export const cohortMembers = `
  SELECT session_key AS session, client AS address, ${prefix} AS prefix, user_agent_original AS userAgent
  FROM events
  WHERE event_time >= {windowFrom: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
    AND session_key != '' AND event_time_suspect = 0
    AND (client IN {addresses: Array(String)} OR (notEmpty({prefixes: Array(String)}) AND prefix IN {prefixes: Array(String)})
      OR session_key IN {sessions: Array(String)})
    AND session_key IN (
      SELECT session_key FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {before: DateTime64(3, 'UTC')}
        AND session_key != '' AND event_time_suspect = 0
        AND http_request_method = 'POST' AND url_path_role IN {roles: Array(String)}
        AND http_response_status_code BETWEEN 200 AND 399)
  GROUP BY session, address, prefix, userAgent`;

/** A member of a cohort, where it was seen. */
export interface CohortMemberRow {
  readonly session: string;
  readonly address: string;
  /** The address's, in CIDR notation. */
  readonly prefix: string;
  readonly userAgent: string;
}
