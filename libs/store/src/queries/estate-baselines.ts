/**
 * How each feature is distributed over the visitors of each site. Pages and login failures are taken
 * from visitors that load assets or mostly get in, whom automation finds hard to imitate, so that an attack
 * does not become the measure of itself.
 */
export const estateBaselines = `
  SELECT site, pair.1 AS feature, count() AS visitors,
    quantilesExact(0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1)(pair.2) AS quantiles
  FROM (
    SELECT site, arrayJoin(arrayConcat(
      [('requests', requests), ('peakMinute', peakMinute), ('searches', searches), ('unreferredNotFound', unreferredNotFound)],
      if(pages > 0 AND assets > 0, [('distinctPages', distinctPages)], []),
      if(loginAttempts > 0 AND (assets > 0 OR loginSuccesses > loginFailures), [('loginFailures', loginFailures)], [])
    )) AS pair
    FROM visitor_window
    WHERE keyType = 'address'
  )
  GROUP BY site, feature
  ORDER BY site, feature`;
