/**
 * Those behind the API clients who did anything remarkable, from `api_sub_visitor_window`: strange accounts, consents, failed
 * tokens or logins, or calls that cost. Everybody else did nothing that any rule weighs. Rows are `SubVisitor`.
 */
export const apiClientSubVisitors = `
  SELECT * EXCEPT (mirrors, isNew)
  FROM api_sub_visitor_window
  WHERE NOT mirrors AND (accountsRefused > 0 OR consentsCreated > 1 OR tokenFailures > 1 OR loginFailures > 1 OR paidCalls > 1)
  ORDER BY client, kind, value`;
