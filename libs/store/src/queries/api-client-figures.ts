/**
 * What each API client did in the window, all in all; from `api_sub_visitor_window`. Every call has one caller, so their sums
 * are the client's; a consent is new where its first call since `lookback` falls into the window. Rows are `ClientFigures`.
 */
export const apiClientFigures = `
  SELECT
    client,
    sumIf(w.requests, w.kind = 'caller') AS requests,
    sumIf(w.attended, w.kind = 'caller') AS attended,
    sumIf(w.clientErrors, w.kind = 'caller') AS clientErrors,
    sumIf(w.serverErrors, w.kind = 'caller') AS serverErrors,
    sumIf(w.serviceTimeMs, w.kind = 'caller') AS serviceTimeMs,
    sumIf(w.accountCalls, w.kind = 'caller') AS accountCalls,
    sumIf(w.accountCallsRefused, w.kind = 'caller') AS accountCallsRefused,
    sumIf(w.accounts, w.kind = 'consent') AS consentAccounts,
    sumIf(w.accountCalls, w.kind = 'consent') AS consentCalls,
    countIf(w.kind = 'consent' AND w.accountCalls > 0) AS consents,
    countIf(w.kind = 'consent' AND w.isNew AND w.consentsUsed > 0) AS newConsents,
    sumIf(w.consentsCreated, w.kind = 'caller') AS consentsCreated,
    sumIf(w.authorisations, w.kind = 'caller') AS authorisations,
    sumIf(w.payments, w.kind = 'caller') AS payments,
    sumIf(w.paidCalls, w.kind = 'caller') AS paidCalls,
    sumIf(w.tokenRequests, w.kind = 'caller') AS tokenRequests,
    sumIf(w.tokenFailures, w.kind = 'caller') AS tokenFailures,
    sumIf(w.loginAttempts, w.kind = 'caller') AS loginAttempts,
    sumIf(w.loginFailures, w.kind = 'caller') AS loginFailures,
    sumIf(w.acts, w.kind = 'caller') AS acts,
    sumIf(w.actsUnattended, w.kind = 'caller') AS actsUnattended,
    countIf(NOT w.mirrors AND w.kind != 'caller') AS subVisitors,
    quantileExactIf(0.95)(w.accountsServed, NOT w.mirrors AND w.kind != 'caller' AND w.accountsServed > 0) AS accountsServedOfOne,
    min(w.firstSeen) AS firstSeen,
    max(w.lastSeen) AS lastSeen
  FROM api_sub_visitor_window AS w
  GROUP BY client
  ORDER BY client`;
