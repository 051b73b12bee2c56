/**
 * What is ordinary on each site, whoever visits: visitors of `visitor_window`, and how many visitors of
 * the seven days before `to` loaded assets from its pages, so that a quiet day does not make a site with
 * pictures look like an API; where twenty load some and none says from which page, the log has
 * no referers, and all of them count. Rows are `SiteProfile`. Parameters: `weekFrom`, `to`.
 */
export const siteProfiles = `
  SELECT
    site,
    count() AS visitors,
    sum(requests) AS requests,
    countIf(pages > 0 AND claimsBrowser AND NOT declared) AS readers,
    any(loaders.assetLoaders) AS assetLoaders,
    if(readers = 0, 0, countIf(pages > 0 AND claimsBrowser AND NOT declared AND assets > 0) / readers) AS assetShare,
    toFloat64(ifNull(max(longestPauseMs), 0)) AS longestPauseMs,
    sum(toInt64(round(serviceTimeMs * 1000))) / 1000 AS serviceTimeMs
  FROM visitor_window
  LEFT JOIN (
    SELECT toString(server_address) AS name,
      uniqExactIf(client_address, http_request_referer != '') AS bound, uniqExact(client_address) AS any_at_all,
      if(bound = 0 AND any_at_all >= 20, any_at_all, bound) AS assetLoaders
    FROM events
    WHERE event_time >= {weekFrom: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
      AND url_path_role = 'asset' AND http_request_method = 'GET' AND request_probe = ''
    GROUP BY name
  ) AS loaders ON visitor_window.site = loaders.name
  WHERE keyType = 'address'
  GROUP BY site
  ORDER BY site`;
