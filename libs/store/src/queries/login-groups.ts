/**
 * Those who tried to log in, by place and conduct: how many addresses got in, how many never did.
 * Rows are `LoginGroup`.
 */
export const loginGroups = `
  SELECT
    loginCell AS cell,
    any(loginSite) AS site,
    any(loginTemplate) AS template,
    CAST(any(assets > 0) AS Bool) AS loadsAssets,
    CAST(any(pages + loginPageViews > 0) AS Bool) AS opensPages,
    CAST(any(claimsBrowser) AS Bool) AS claimsBrowser,
    countIf(loginSuccesses = 0) AS failing,
    countIf(loginSuccesses > 0) AS succeeding,
    min(firstSeen) AS firstSeen,
    max(lastSeen) AS lastSeen
  FROM visitor_window
  WHERE keyType = 'address' AND loginAttempts > 0
  GROUP BY loginCell
  ORDER BY cell`;
