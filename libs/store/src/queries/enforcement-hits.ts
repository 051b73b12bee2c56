import { prefixOf, prefixText } from './visitor-window/spread-prefixes.js';

/**
 * Whom the verdicts between two instants would have met, had a WAF enforced every one of them from its issue to its next
 * change or expiry: one row for each class, site and visitor behind the keys, `EnforcementHit`. What a visitor was judged
 * to be is the last judgement of the narrowest key there is for it. Simulated verdicts hit nobody. Parameters: `from`,
 * `until`, milliseconds; `site`, a host or `''` for all.
 */
export const enforcementHits = `
  WITH
    fromUnixTimestamp64Milli({from: Int64}) AS begin,
    fromUnixTimestamp64Milli({until: Int64}) AS end,
    force AS (
      SELECT key_type, key, action, class, since, least(ifNull(expires_at, end), next, end) AS until
      FROM (
        SELECT key_type, key, action, class, as_of AS since, expires_at,
          JSONExtractString(message, 'mode') AS mode,
          leadInFrame(as_of, 1, end) OVER (
            PARTITION BY key_type, key ORDER BY sequence ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) AS next
        FROM verdicts
      )
      WHERE action IN ('block', 'challenge', 'throttle') AND mode = 'enforce' AND until > begin
    ),
    natures AS (
      SELECT key_type, key, argMax(nature, as_of) AS nature, argMax(stance, as_of) AS stance
      FROM visitor_judgements
      GROUP BY key_type, key
    )
  SELECT
    hits.class AS class,
    hits.site AS site,
    hits.agent_key AS visitor,
    if(agents.nature != '', agents.nature, addresses.nature) AS nature,
    if(agents.nature != '', agents.stance, addresses.stance) AS stance,
    sum(hits.stopped) AS stopped,
    sum(hits.hindered) AS hindered
  FROM (
    SELECT
      force.class AS class,
      requests.site AS site,
      requests.client AS client,
      requests.agent_key AS agent_key,
      countIf(force.action = 'block') AS stopped,
      countIf(force.action != 'block') AS hindered
    FROM (
      SELECT server_address AS site, client, concat(client, '|', user_agent_original) AS agent_key, event_time,
        arrayJoin([('address', client), ('address_user_agent', agent_key), ('session', session_key),
          ('prefix', ${prefixText(prefixOf('client_address'))})]) AS way
      FROM events
      WHERE event_time >= begin AND event_time < end AND event_time_suspect = 0
        AND ({site: String} = '' OR server_address = {site: String})
    ) AS requests
    INNER JOIN force ON requests.way.1 = force.key_type AND requests.way.2 = force.key
    WHERE requests.event_time >= force.since AND requests.event_time < force.until
    GROUP BY class, site, client, agent_key
  ) AS hits
  LEFT JOIN (SELECT * FROM natures WHERE key_type = 'address_user_agent') AS agents ON agents.key = hits.agent_key
  LEFT JOIN (SELECT * FROM natures WHERE key_type = 'address') AS addresses ON addresses.key = hits.client
  GROUP BY class, site, visitor, nature, stance
  ORDER BY class, site, visitor`;

export interface EnforcementHit {
  /** What the verdict was for. */
  readonly class: string;
  readonly site: string;
  /** `address|user agent`. */
  readonly visitor: string;
  readonly nature: string;
  readonly stance: string;
  /** Requests that a block would have stopped, and those that a challenge or a throttle would have met. */
  readonly stopped: number;
  readonly hindered: number;
}
