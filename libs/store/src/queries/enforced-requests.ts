import { prefixOf, prefixText } from './visitor-window/spread-prefixes.js';

/**
 * Requests that came while a verdict on their address or its prefix was in force: whom it would have hit, had it been enforced. One row for each
 * user agent behind such an address, `EnforcedRequests`. A verdict holds from its issue until its next change or its expiry. No
 * parameters.
 */
export const enforcedRequests = `
  SELECT
    events.client AS address,
    events.user_agent_original AS agent,
    countIf(force.action = 'block') AS blocked,
    countIf(force.action IN ('challenge', 'throttle')) AS hindered
  FROM (
    SELECT client, user_agent_original, event_time, event_time_suspect,
      arrayJoin([client, ${prefixText(prefixOf('client_address'))}]) AS key
    FROM events
  ) AS events
  INNER JOIN (
    SELECT
      key,
      action,
      issued_at AS since,
      least(ifNull(expires_at, toDateTime64('2299-12-31', 3, 'UTC')), next) AS until
    FROM (
      SELECT key, action, issued_at, expires_at,
        leadInFrame(issued_at, 1, toDateTime64('2299-12-31', 3, 'UTC')) OVER (
          PARTITION BY key ORDER BY sequence ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS next
      FROM verdict_history
      WHERE key_type IN ('address', 'prefix')
    )
    WHERE action IN ('block', 'challenge', 'throttle')
  ) AS force ON force.key = events.key
  WHERE events.event_time >= force.since AND events.event_time < force.until AND events.event_time_suspect = 0
  GROUP BY address, agent`;

export interface EnforcedRequests {
  readonly address: string;
  readonly agent: string;
  /** Requests that a block would have stopped, and those that a challenge or a throttle would have met. */
  readonly blocked: number;
  readonly hindered: number;
}
