/**
 * How many did what at each site, hour by hour over `[from, to)`: one row a site and deed that anybody did in the last
 * 24 hours, hours without anybody left out. Rows are `CampaignSeriesRow`. Parameters: `from`, `to` (milliseconds, whole
 * hours).
 */
export const campaignSeries = `
  WITH traffic AS (
    SELECT site, kind, hour, actors, bad, build, max(build) OVER (PARTITION BY hour) AS newest
    FROM campaign_traffic FINAL
    WHERE dimension = 'all'
      AND hour >= fromUnixTimestamp64Milli({from: Int64}, 'UTC') AND hour < fromUnixTimestamp64Milli({to: Int64}, 'UTC')
  )
  SELECT site, kind,
    groupArray(place) AS hours, groupArray(actors) AS actors, groupArray(bad) AS bad
  FROM (
    SELECT site, kind, intDiv(toUnixTimestamp(hour) - intDiv({from: Int64}, 1000), 3600) AS place, actors, bad
    FROM traffic
    WHERE build = newest
    ORDER BY site, kind, place
  )
  GROUP BY site, kind
  HAVING max(place) >= intDiv({to: Int64} - {from: Int64}, 3600000) - 24
  ORDER BY site, kind`;

export interface CampaignSeriesRow {
  readonly site: string;
  /** What was done; '': anything at all. */
  readonly kind: string;
  /** Places of the hours, counted from `from`, ascending; `actors` and `bad` belong to them. */
  readonly hours: readonly number[];
  readonly actors: readonly number[];
  readonly bad: readonly number[];
}
