/**
 * Readers by site and user agent: how many addresses read bare (no assets, no link followed), how many
 * dressed. User agents that nobody reads bare with tell only what is usual: those with as many dressed readers come as one row. Rows are `ReaderGroup`.
 */
export const readerGroups = `
  SELECT
    if(bare > 0, concat(site, ' ', userAgent), '') AS cell,
    site,
    if(bare > 0, userAgent, '') AS userAgent,
    count() AS userAgents,
    bare,
    dressed,
    min(first) AS firstSeen,
    max(last) AS lastSeen
  FROM (
    SELECT
      site,
      userAgent,
      countIf(bareReader) AS bare,
      countIf(assets > 0) AS dressed,
      min(firstSeen) AS first,
      max(lastSeen) AS last
    FROM visitor_window
    WHERE keyType IN ('address', 'address_user_agent') AND userAgents = 1 AND pages > 0 AND claimsBrowser AND NOT declared
    GROUP BY site, userAgent
    HAVING bare > 0 OR dressed > 0
  )
  GROUP BY site, userAgent, cell, bare, dressed
  ORDER BY site, cell, dressed`;
