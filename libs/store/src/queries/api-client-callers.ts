/**
 * The addresses and user agents that API clients call from, with the people served through each; from
 * `api_sub_visitor_window`. Rows are `ClientCaller` of libs/intent.
 */
export const apiClientCallers = `
  SELECT address, userAgent, sum(people) AS people, sum(requests) AS requests
  FROM api_sub_visitor_window
  WHERE kind = 'caller'
  GROUP BY address, userAgent
  ORDER BY address, userAgent`;
