/**
 * How each feature is distributed over the visitors of each site. Where at least five visitors of a site
 * load its assets, they alone set what is ordinary: automation finds that hard to imitate, so an attack
 * does not become the measure of itself. Where nobody does (an API), everybody counts. Login failures are
 * taken from those who load assets or mostly get in. Rows are `Baseline`.
 */
export const estateBaselines = `
  SELECT site, pair.1 AS feature, count() AS visitors,
    quantilesExact(0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)(pair.2) AS quantiles
  FROM (
    SELECT site, arrayJoin(arrayConcat(
      if(dressed OR assetLoaders < 5,
        [('requests', requests), ('peakMinute', peakMinute), ('searches', searches), ('unreferredNotFound', unreferredNotFound)], []),
      if(pages > 0 AND dressed, [('distinctPages', distinctPages)], []),
      if(loginAttempts > 0 AND (dressed OR loginSuccesses > loginFailures), [('loginFailures', loginFailures)], [])
    )) AS pair
    FROM (
      SELECT *, assets > 0 AS dressed, countIf(dressed) OVER (PARTITION BY site) AS assetLoaders
      FROM visitor_window
      WHERE keyType = 'address'
    )
  )
  GROUP BY site, feature
  ORDER BY site, feature`;
