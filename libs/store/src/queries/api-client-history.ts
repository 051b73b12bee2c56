import { apiClientCalls } from './api-client-calls.js';

/**
 * Notes what each API client did in each full hour of `[from, to)`, and in the last, begun one. Counting an hour again replaces
 * it. Parameters: `lookback` (= `from`), `from`, `to` (DateTime64(3), UTC).
 */
export const noteApiClientHours = `
  INSERT INTO api_client_hours
  WITH ${apiClientCalls}
  SELECT
    client,
    toStartOfHour(at) AS hour,
    {to: DateTime64(3, 'UTC')} AS as_of,
    count() AS requests,
    countIf(status >= 400) AS errors,
    countIf(account_call) AS account_calls,
    countIf(account_call AND refused) AS refusals,
    countIf(role = 'token') AS token_requests,
    countIf(token_failed) AS token_failures
  FROM calls
  WHERE now AND hour >= {from: DateTime64(3, 'UTC')}
  GROUP BY client, hour`;

/**
 * What each API client did in the same hours of earlier weeks (eight of them, `week`) and of earlier days (seven, `day`). Rows
 * are `ClientPeriod` of libs/intent. Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export const apiClientHistory = `
  SELECT
    client,
    shift.1 AS unit,
    shift.2 AS ago,
    sum(requests) AS requests,
    sum(errors) AS errors,
    sum(account_calls) AS accountCalls,
    sum(refusals) AS refusals,
    sum(token_requests) AS tokenRequests,
    sum(token_failures) AS tokenFailures
  FROM (SELECT * FROM api_client_hours FINAL WHERE hour >= {from: DateTime64(3, 'UTC')} - INTERVAL 8 WEEK AND hour < {to: DateTime64(3, 'UTC')})
  ARRAY JOIN arrayConcat(
    arrayMap(n -> ('week', n, toIntervalHour(168 * n)), range(1, 9)),
    arrayMap(n -> ('day', n, toIntervalHour(24 * n)), range(1, 8))) AS shift
  WHERE hour >= {from: DateTime64(3, 'UTC')} - shift.3 AND hour < {to: DateTime64(3, 'UTC')} - shift.3
  GROUP BY client, unit, ago
  ORDER BY client, unit, ago`;
