/**
 * What each API client did in the window, all in all; from `api_sub_visitor_window`. Every call has one caller, so their sums
 * are the client's; a consent is new where its first call since `lookback` falls into the window. Rows are `ClientFigures`.
 */
export const apiClientFigures = `
  SELECT
    client,
    sumIf(requests, kind = 'caller') AS requests,
    sumIf(attended, kind = 'caller') AS attended,
    sumIf(clientErrors, kind = 'caller') AS clientErrors,
    sumIf(serverErrors, kind = 'caller') AS serverErrors,
    sumIf(serviceTimeMs, kind = 'caller') AS serviceTimeMs,
    sumIf(accountCalls, kind = 'caller') AS accountCalls,
    sumIf(accountCallsRefused, kind = 'caller') AS accountCallsRefused,
    sumIf(accounts, kind = 'consent') AS consentAccounts,
    sumIf(accountCalls, kind = 'consent') AS consentCalls,
    countIf(kind = 'consent' AND accountCalls > 0) AS consents,
    countIf(kind = 'consent' AND isNew AND consentsUsed > 0) AS newConsents,
    sumIf(consentsCreated, kind = 'caller') AS consentsCreated,
    sumIf(authorisations, kind = 'caller') AS authorisations,
    sumIf(payments, kind = 'caller') AS payments,
    sumIf(paidCalls, kind = 'caller') AS paidCalls,
    sumIf(tokenRequests, kind = 'caller') AS tokenRequests,
    sumIf(tokenFailures, kind = 'caller') AS tokenFailures,
    sumIf(loginAttempts, kind = 'caller') AS loginAttempts,
    sumIf(loginFailures, kind = 'caller') AS loginFailures,
    sumIf(acts, kind = 'caller') AS acts,
    sumIf(actsUnattended, kind = 'caller') AS actsUnattended,
    countIf(NOT mirrors AND kind != 'caller') AS subVisitors,
    min(firstSeen) AS firstSeen,
    max(lastSeen) AS lastSeen
  FROM api_sub_visitor_window
  GROUP BY client
  ORDER BY client`;
