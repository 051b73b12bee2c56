/**
 * What one person behind an API client usually does, from `api_sub_visitor_window`: of each client the 95th percentile over the
 * people it names, and of these the median over all clients, so that no single client, and no attacker among its
 * people, sets the measure. One row, `PersonHabits`; a person is a consent, else an account or a customer's address.
 */
export const apiClientHabits = `
  SELECT
    quantileExactIf(0.5)(accountsOfOne, reading) AS accounts,
    quantileExactIf(0.5)(consentsOfOne, consenting) AS consents,
    quantileExactIf(0.5)(tokenFailuresOfOne, asking) AS tokenFailures,
    quantileExactIf(0.5)(loginFailuresOfOne, entering) AS loginFailures,
    quantileExactIf(0.5)(paidCallsOfOne, costing) AS paidCalls
  FROM (
    SELECT
      client,
      countIf(accounts > 0) > 0 AS reading,
      quantileExactIf(0.95)(accounts, accounts > 0) AS accountsOfOne,
      countIf(consentsCreated > 0) > 0 AS consenting,
      quantileExactIf(0.95)(consentsCreated, consentsCreated > 0) AS consentsOfOne,
      countIf(tokenRequests > 0) > 0 AS asking,
      quantileExactIf(0.95)(tokenFailures, tokenRequests > 0) AS tokenFailuresOfOne,
      countIf(loginAttempts > 0) > 0 AS entering,
      quantileExactIf(0.95)(loginFailures, loginAttempts > 0) AS loginFailuresOfOne,
      countIf(paidCalls > 0) > 0 AS costing,
      quantileExactIf(0.95)(paidCalls, paidCalls > 0) AS paidCallsOfOne
    FROM api_sub_visitor_window
    WHERE kind != 'caller' AND NOT mirrors
    GROUP BY client
  )`;
