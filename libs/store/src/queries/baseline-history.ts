/**
 * How features were distributed at the same hour of the week in the weeks before `asOf`, one row for each site,
 * feature and week, newest first. Rows are `Baseline`. Parameters: `asOf` (milliseconds), `weeks`.
 */
export const baselineHistory = `
  WITH
    fromUnixTimestamp64Milli({asOf: Int64}, 'UTC') AS now,
    intDiv(dateDiff('minute', as_of, now) + 180, 10080) AS weeksAgo
  SELECT site, feature, visitors, quantiles
  FROM estate_baselines
  WHERE as_of < now - INTERVAL 6 DAY AND as_of >= now - toIntervalWeek({weeks: UInt8}) - INTERVAL 3 HOUR
    AND abs(dateDiff('minute', as_of, now) - weeksAgo * 10080) <= 60
  ORDER BY site, feature, weeksAgo, abs(dateDiff('minute', as_of, now) - weeksAgo * 10080), as_of, computed_at DESC
  LIMIT 1 BY site, feature, weeksAgo`;
