export interface AnalystQuery {
  readonly title: string;
  /** One line; works for the analyst user, who may read the published views and nothing else. */
  readonly sql: string;
}

/** Three questions that a person may ask of the views. `{database}` is replaced by the name of the database, which is ours. */
export const ANALYST_QUERIES: readonly AnalystQuery[] = [
  {
    title: 'who is behind each campaign, and how small each of them stayed',
    sql: "SELECT campaign, class, uniqExact(address) AS addresses, round(avg(requests), 1) AS requests_each, min(first_seen) AS since FROM {database}.visitors WHERE campaign != '' GROUP BY campaign, class ORDER BY addresses DESC",
  },
  {
    title: 'what spoke most against visitors, over all verdicts',
    sql: "SELECT JSONExtractString(reason, 'code') AS code, count() AS visitors, round(avg(JSONExtractFloat(reason, 'weight')), 2) AS weight, any(JSONExtractString(reason, 'text')) AS example FROM {database}.visitors ARRAY JOIN JSONExtractArrayRaw(evidence) AS reason WHERE stance = 'malicious' AND JSONExtractFloat(reason, 'weight') > 0 GROUP BY code ORDER BY visitors DESC LIMIT 20",
  },
  {
    title: 'logins per hour: the attack next to everybody else',
    sql: "SELECT toStartOfHour(event_time) AS hour, countIf(v.stance = 'malicious') AS malicious, countIf(v.stance != 'malicious') AS others FROM {database}.events AS e LEFT JOIN (SELECT key, stance FROM {database}.visitors WHERE key_type = 'address') AS v ON v.key = e.client WHERE url_path_role = 'login' AND http_request_method = 'POST' GROUP BY hour ORDER BY hour",
  },
];
