const nothingElse =
  'loginAttempts + loginPageViews >= 0.9 * greatest(1, requests - assets - speculativeSockets)';

/** Logs in under a browser's name and does nothing else, the form never opened: the same condition as `logsInUnseen` of libs/intent. */
const unseen = `(visitor_window.claimsBrowser AND pages + loginPageViews + assets = 0 AND ${nothingElse})`;

/**
 * Never got in, or never did anything then: logged in again and again, was shown the form again, or never opened it. The same
 * conditions as `logsInForNothing` and `logsInUnseen` of libs/intent, the site's habit aside, which the other groups tell.
 */
export const inVain = `(loginSuccesses = 0
      OR (${nothingElse} AND (loginSuccesses >= 3 OR loginPageViews > loginAttempts))
      OR ${unseen})`;

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
    countIf(loginSuccesses BETWEEN 1 AND 2 AND ${unseen}) AS untold,
    min(firstSeen) AS firstSeen,
    max(lastSeen) AS lastSeen
  FROM visitor_window
  WHERE keyType = 'address' AND loginAttempts > 0
  GROUP BY loginCell
  ORDER BY cell`;
