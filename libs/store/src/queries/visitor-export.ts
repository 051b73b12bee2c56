/**
 * What is thought of every visitor key, harmless ones too: one row for each client address seen, and one for each user agent
 * that was judged apart. Requests and times are those of the whole log, not of a window. Rows are `VisitorRow`.
 * Large estates are read in parts, each holding whole addresses. Parameters: `parts`, `part` (0 to parts - 1).
 */
export const visitorExport = `
  WITH seen AS (
    SELECT
      client,
      user_agent_original AS agent,
      count() AS requests,
      minIf(event_time, event_time_suspect = 0) AS earliest,
      maxIf(event_time, event_time_suspect = 0) AS latest
    FROM events
    WHERE cityHash64(client) % {parts: UInt32} = {part: UInt32}
    GROUP BY client, agent
  )
  SELECT
    keys.1 AS key_type,
    keys.2 AS key,
    counted.address AS address,
    toUnixTimestamp64Milli(counted.first) AS first_seen,
    toUnixTimestamp64Milli(counted.last) AS last_seen,
    counted.requests AS requests,
    opinion.key != '' AS judged,
    opinion.nature AS nature,
    opinion.verification AS verification,
    opinion.stance AS stance,
    opinion.class AS class,
    opinion.score AS score,
    opinion.confidence AS confidence,
    opinion.action AS action,
    opinion.campaign AS campaign,
    opinion.evidence AS evidence
  FROM (
    SELECT
      ('address', client) AS keys,
      client AS address,
      sum(requests) AS requests,
      minIf(earliest, toUnixTimestamp64Milli(earliest) != 0) AS first,
      max(latest) AS last
    FROM seen
    GROUP BY client
    UNION ALL
    SELECT ('address_user_agent', concat(client, '|', agent)) AS keys, client AS address, requests, earliest, latest
    FROM seen
    WHERE keys.2 IN (SELECT key FROM visitors WHERE key_type = 'address_user_agent')
  ) AS counted
  LEFT JOIN visitors AS opinion ON opinion.key_type = keys.1 AND opinion.key = keys.2
  ORDER BY address, key_type, key`;

export interface VisitorRow {
  /** `address` or `address_user_agent`. */
  readonly key_type: string;
  readonly key: string;
  readonly address: string;
  /** Milliseconds since the epoch. */
  readonly first_seen: number;
  readonly last_seen: number;
  readonly requests: number;
  /** 0 when the visitor was seen and never judged: what follows is empty then. */
  readonly judged: number;
  readonly nature: string;
  readonly verification: string;
  readonly stance: string;
  readonly class: string;
  readonly score: number;
  readonly confidence: number;
  readonly action: string;
  readonly campaign: string;
  /** JSON array. */
  readonly evidence: string;
}
