/**
 * Requests that carry a Web Bot Auth signature, the latest three of each user agent behind an address: one that proves who
 * signs is enough, and one that lies too. Rows are `SignedRequestRow`. Parameters: `from`, `to` (milliseconds, half open).
 */
export const signedRequests = `
  SELECT
    client AS address,
    user_agent_original AS agent,
    toUnixTimestamp64Milli(event_time) AS at,
    http_request_method AS method,
    url_scheme AS scheme,
    if(server_port IN (0, 80, 443), server_address, concat(server_address, ':', toString(server_port))) AS authority,
    url_path AS path,
    url_query AS query,
    CAST(http_request_headers, 'Map(String, String)') AS headers
  FROM events
  WHERE event_time >= fromUnixTimestamp64Milli({from: Int64}) AND event_time < fromUnixTimestamp64Milli({to: Int64})
    AND event_time_suspect = 0
    AND has(mapKeys(http_request_headers), 'signature')
  ORDER BY address, agent, event_time DESC, url_path, url_query
  LIMIT 3 BY address, agent`;

export interface SignedRequestRow {
  readonly address: string;
  readonly agent: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly method: string;
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}
