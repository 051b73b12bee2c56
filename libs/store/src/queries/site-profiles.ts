/**
 * What is ordinary on each site, whoever visits: visitors of `visitor_window`, and how many visitors of
 * the seven days before `to` loaded assets from its pages, so that a quiet day does not make a site with
 * pictures look like an API. Rows are `SiteProfile`. Parameters: `weekFrom`, `to`.
 */
export const siteProfiles = `
  SELECT
    site,
    count() AS visitors,
    sum(requests) AS requests,
    countIf(pages > 0 AND claimsBrowser AND NOT declared) AS readers,
    any(loaders.assetLoaders) AS assetLoaders,
    if(readers = 0, 0, countIf(pages > 0 AND claimsBrowser AND NOT declared AND assets > 0) / readers) AS assetShare,
    sum(serviceTimeMs) AS serviceTimeMs
  FROM visitor_window
  LEFT JOIN (
    SELECT toString(server_address) AS name, uniqExact(client_address) AS assetLoaders
    FROM events
    WHERE event_time >= {weekFrom: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
      AND url_path_role = 'asset' AND http_request_method = 'GET' AND http_request_referer != '' AND request_probe = ''
    GROUP BY name
  ) AS loaders ON visitor_window.site = loaders.name
  WHERE keyType = 'address'
  GROUP BY site
  ORDER BY site`;
