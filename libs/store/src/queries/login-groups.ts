const nothingElse =
  'loginAttempts + loginPageViews >= 0.9 * greatest(1, requests - assets - speculativeSockets)';

/**
 * Never got in, or logged in again and again and never did anything then: the same condition as `logsInForNothing` of libs/intent, the
 * site's habit aside, which the other groups tell.
 */
export const inVain = `(loginSuccesses = 0 OR (loginSuccesses >= 3 AND ${nothingElse}))`;

/**
 * Got in once or twice by its status, and did nothing else: was shown the form again, or never opened it under a browser's name. The same
 * condition as `leavesUntold` of libs/intent.
 */
export const untold = `(loginSuccesses BETWEEN 1 AND 2 AND ${nothingElse}
      AND (loginPageViews > loginAttempts OR (visitor_window.claimsBrowser AND pages + loginPageViews + assets = 0)))`;

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
    countIf(${inVain}) AS failing,
    countIf(NOT ${inVain}) AS succeeding,
    countIf(${untold}) AS untold,
    min(firstSeen) AS firstSeen,
    max(lastSeen) AS lastSeen
  FROM visitor_window
  WHERE keyType = 'address' AND loginAttempts > 0
  GROUP BY loginCell
  ORDER BY cell`;
