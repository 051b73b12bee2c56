/**
 * The calls of API clients in `[lookback, to)`, one row each, as the common table `calls`. `now` tells those of the
 * window `[from, to)`. Events of a suspect time are left out.
 *
 * `account_id` is the path segment behind the last `accounts` (`/v1/accounts/{id}/balances`), or else the first segment that is
 * an identifier: an account as the client names it. An account is `served` by 2xx or 304 and `refused` by 400, 403 or 404: the
 * three answers that Read/Write APIs give for accounts no consent covers (UK Open Banking: 400 and 403; NextGenPSD2: 403 and
 * 404). 401 is a token's fault, not an account's. Parameters: `lookback`, `from`, `to` (DateTime64(3), UTC).
 */
export const apiClientCalls = `
    calls AS (
      SELECT
        api_client AS client,
        consent_key AS consent,
        account_key AS account,
        toString(fapi_customer_address) AS customer_text,
        multiIf(customer_text = '::', '', startsWith(customer_text, '::ffff:') AND position(customer_text, '.') > 0,
          substring(customer_text, 8), customer_text) AS customer,
        toString(client_address) AS caller_text,
        multiIf(client_host != '', toString(client_host), startsWith(caller_text, '::ffff:') AND position(caller_text, '.') > 0,
          substring(caller_text, 8), caller_text) AS caller_address,
        user_agent_original AS user_agent,
        concat(caller_address, ' ', replaceAll(user_agent, '|', '_')) AS caller,
        server_address AS host,
        source_name AS source,
        event_time AS at,
        event_time >= {from: DateTime64(3, 'UTC')} AS now,
        kafka_append_time AS appended,
        url_path AS path,
        url_path_role AS role,
        url_query AS query,
        http_request_method = 'POST' AS posted,
        http_response_status_code AS status,
        status BETWEEN 200 AND 299 OR status = 304 AS served,
        status BETWEEN 400 AND 499 AS refused,
        http_response_body_size AS bytes,
        duration_ms,
        role = 'accounts' AND http_request_method = 'GET' AS account_call,
        splitByChar('/', path) AS segments,
        extract(path, '^.*[aA]ccounts?/([^/]+)') AS behind_accounts,
        multiIf(NOT account_call, '',
          behind_accounts != '' AND NOT match(behind_accounts, '^v[0-9.]+$'), behind_accounts,
          arrayFirst((segment, template) -> position(template, '{') > 0, segments,
            arrayResize(splitByChar('/', url_path_template), length(segments), ''))) AS account_id,
        match(path, '(?i)authori[sz]') AS authorising,
        role = 'consent' AND NOT authorising AND posted AND served AS consent_created,
        role = 'payment' AND posted AND served AS paid,
        role = 'token' AND status IN (400, 401, 403) AS token_failed,
        (posted AND role IN ('login', 'otp')) OR (role = 'consent' AND authorising) AS login,
        status IN (400, 401, 403, 422, 423, 429) AS login_refused
      FROM events
      WHERE event_time >= {lookback: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND event_time_suspect = 0 AND api_client != ''
    )`;
