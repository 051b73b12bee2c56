import { prefixOf, prefixText } from './visitor-window/spread-prefixes.js';

/**
 * When each visitor key was first judged malicious (or an impostor) and what it had done until then: one row for each such key,
 * `FirstCondemnation`. Times are event times; a judgement is made at the end of a step, so a delay is never shorter than what was
 * left of the step. No parameters.
 */
export const firstCondemnations = `
  WITH condemned AS (
    SELECT key_type, key, any(address) AS address, any(user_agent) AS agent, min(as_of) AS condemned_at
    FROM visitor_judgements FINAL
    WHERE stance = 'malicious' OR nature = 'impostor'
    GROUP BY key_type, key
  )
  SELECT
    condemned.key_type AS key_type,
    condemned.key AS key,
    toUnixTimestamp64Milli(any(condemned.condemned_at)) AS condemned_at,
    toUnixTimestamp64Milli(min(events.event_time)) AS first_seen,
    countIf(events.event_time < condemned.condemned_at) AS requests_until
  FROM condemned
  INNER JOIN (
    SELECT arrayJoin([client, ${prefixText(prefixOf('client_address'))}]) AS place, user_agent_original, event_time
    FROM events WHERE event_time_suspect = 0
  ) AS events
    ON events.place = if(condemned.key_type = 'prefix', condemned.key, condemned.address)
  WHERE condemned.key_type IN ('address', 'prefix') OR events.user_agent_original = condemned.agent
  GROUP BY key_type, key`;

export interface FirstCondemnation {
  readonly key_type: string;
  readonly key: string;
  /** Milliseconds since the epoch: the end of the step in which it was condemned. */
  readonly condemned_at: number;
  /** Milliseconds since the epoch: its first request. */
  readonly first_seen: number;
  /** Its requests before `condemned_at`. */
  readonly requests_until: number;
}
