/**
 * What is ordinary on each site over the last seven days up to `to`, whoever visits. Rows are
 * `SiteProfile`. Parameters: `from` (seven days before), `to`.
 */
export const siteProfiles = `
  SELECT
    site,
    count() AS visitors,
    sum(requests) AS requests,
    countIf(pages > 0 AND browser) AS readers,
    countIf(pages > 0 AND browser AND assets > 0) AS assetLoaders,
    if(readers = 0, 0, assetLoaders / readers) AS assetShare,
    sum(serviceTime) AS serviceTimeMs
  FROM (
    SELECT
      server_address AS site,
      client,
      count() AS requests,
      countIf(http_request_method = 'GET' AND http_response_status_code IN (200, 304) AND request_probe = ''
        AND url_path_role IN ('search', 'item', 'cart', 'checkout', 'listing', 'other')) AS pages,
      countIf(url_path_role = 'asset' AND http_request_referer != '') AS assets,
      countIf(startsWith(user_agent_original, 'Mozilla/')
        AND NOT match(lower(user_agent_original), 'bot|crawl|spider|compatible;|\\\\+http|preview|monitor')) > 0 AS browser,
      sum(toFloat64(ifNull(duration_ms, 0))) AS serviceTime
    FROM events
    WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')} AND event_time_suspect = 0
    GROUP BY site, client
  )
  GROUP BY site
  ORDER BY site`;
