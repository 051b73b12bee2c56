/**
 * Readers by site and user agent: how many addresses read bare (no assets, no link followed), how many
 * dressed. Rows are `ReaderGroup`.
 */
export const readerGroups = `
  SELECT
    concat(site, ' ', userAgent) AS cell,
    site,
    userAgent,
    countIf(bareReader) AS bare,
    countIf(assets > 0) AS dressed,
    min(firstSeen) AS firstSeen,
    max(lastSeen) AS lastSeen
  FROM visitor_window
  WHERE keyType IN ('address', 'address_user_agent') AND userAgents = 1 AND pages > 0 AND claimsBrowser AND NOT declared
  GROUP BY site, userAgent
  HAVING bare >= 1
  ORDER BY cell`;
