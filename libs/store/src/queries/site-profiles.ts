/** So many visitors that load assets say what is ordinary on a site; where fewer do, earlier days are looked at. Assumption. */
const ENOUGH = 20;

/** Who loads assets from a site's pages; where enough load some and none says from which page, the log has no referers, and all of them count. */
const loading = (bound: string, any: string): string =>
  `if(${bound} = 0 AND ${any} >= ${ENOUGH}, ${any}, ${bound})`;

/**
 * What is ordinary on each site, whoever visits: visitors of `visitor_window`, and how many of them loaded assets from its pages; where
 * that are few, how many of the seven days before `to` did, so that a quiet day does not make a site with pictures look like an API, and
 * a busy one costs no look at the days before. Rows are `SiteProfile`. Parameters: `weekFrom`, `to`.
 */
export const siteProfiles = `
  WITH
    ordinary AS (
      SELECT
        site,
        count() AS visitors,
        sum(requests) AS requests,
        countIf(pages > 0 AND claimsBrowser AND NOT declared) AS readers,
        ${loading('countIf(referredAssets > 0)', 'countIf(assets > 0)')} AS loadersOfWindow,
        if(readers = 0, 0, countIf(pages > 0 AND claimsBrowser AND NOT declared AND assets > 0) / readers) AS assetShare,
        toFloat64(ifNull(max(longestPauseMs), 0)) AS longestPauseMs,
        sum(toInt64(round(serviceTimeMs * 1000))) / 1000 AS serviceTimeMs
      FROM visitor_window
      WHERE keyType = 'address'
      GROUP BY site
    ),
    week AS (
      SELECT
        toString(server_address) AS name,
        ${loading("uniqExactIf(client_address, http_request_referer != '')", 'uniqExact(client_address)')} AS loadersOfWeek
      FROM events
      WHERE event_time >= {weekFrom: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND server_address IN (SELECT site FROM ordinary WHERE loadersOfWindow < ${ENOUGH})
        AND url_path_role = 'asset' AND http_request_method = 'GET' AND request_probe = ''
      GROUP BY name
    )
  SELECT site, visitors, requests, readers, greatest(loadersOfWindow, week.loadersOfWeek) AS assetLoaders, assetShare, longestPauseMs, serviceTimeMs
  FROM ordinary
  LEFT JOIN week ON ordinary.site = week.name
  ORDER BY site`;
