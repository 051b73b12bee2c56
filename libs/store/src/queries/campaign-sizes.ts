/** How many visitors each campaign of the cycle `asOf` (milliseconds) had, by behavioural group. Rows: `cell`, `observed`. */
export const campaignSizes = `
  SELECT cell, observed
  FROM campaign_history FINAL
  WHERE as_of = fromUnixTimestamp64Milli({asOf: Int64}, 'UTC')`;
