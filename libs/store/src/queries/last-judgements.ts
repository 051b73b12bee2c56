/**
 * The newest judgement of some keys, with the path roles that were asked for under them in the 24 hours before. Rows are `LastJudgement`;
 * parameters: `keys` (Array(String): keys as they are, or `type/key`).
 */
export const lastJudgements = `
  SELECT
    key_type AS keyType, key, any(judged.address) AS address, any(judged.user_agent) AS userAgent, any(judged.site) AS site,
    any(judged.nature) AS nature, any(judged.stance) AS stance, any(judged.class) AS class, any(judged.score) AS score,
    any(judged.confidence) AS confidence, any(judged.action) AS action, any(judged.people_sharing) AS peopleSharing,
    any(judged.requests) AS requests, toUnixTimestamp64Milli(any(judged.as_of)) AS judgedAt,
    groupUniqArrayIf(toString(events.url_path_role), (key_type != 'session' OR events.session_key = key)
      AND (key_type != 'address_user_agent' OR events.user_agent_original = judged.user_agent)) AS roles
  FROM (
    SELECT * FROM visitor_judgements FINAL
    WHERE key IN {keys: Array(String)} OR concat(key_type, '/', key) IN {keys: Array(String)}
    ORDER BY as_of DESC
    LIMIT 1 BY key_type, key
  ) AS judged
  LEFT JOIN (
    SELECT client, user_agent_original, session_key, url_path_role, event_time FROM events WHERE event_time_suspect = 0
  ) AS events ON events.client = judged.address
  WHERE events.client = '' OR (events.event_time >= judged.as_of - INTERVAL 1 DAY AND events.event_time < judged.as_of)
  GROUP BY key_type, key
  ORDER BY key_type, key`;

export interface LastJudgement {
  readonly keyType: string;
  readonly key: string;
  readonly address: string;
  readonly userAgent: string;
  readonly site: string;
  readonly nature: string;
  readonly stance: string;
  readonly class: string;
  readonly score: number;
  readonly confidence: number;
  readonly action: string;
  readonly peopleSharing: number;
  readonly requests: number;
  readonly judgedAt: number;
  readonly roles: readonly string[];
}
