import { apiClientCalls } from './api-client-calls.js';

const columns = `
    client, kind, value, mirrors, isNew, address, userAgent, site, firstSeen, lastSeen, lastAppended, people,
    requests, attended, clientErrors, serverErrors, bytesOut, serviceTimeMs,
    accountCalls, accountCallsRefused, accounts, accountsServed, accountsRefused, refusedCalls,
    consentsCreated, consentsUsed, authorisations, payments, paidCalls,
    tokenRequests, tokenFailures, tokensTried, loginAttempts, loginFailures, loginAccounts,
    acts, actsUnattended`;

/**
 * Counts what everybody behind the API clients did in `[from, to)` into the scratch table `api_sub_visitor_window`; columns
 * are named and explained in `SubVisitor` of libs/intent. A call counts for each key it names.
 *
 * An account counts as refused where it was refused in the window and not once served to the sub-visitor since `lookback`: what was
 * served yesterday and is refused today is an outage or a consent that ended, no guess. `people` counts since `lookback`, too. `paidCalls` are POSTs to the
 * roles in `paidRoles`, confirmations of funds and payment consents. `mirrors` marks a key whose calls all name one and the
 * same finer key. Parameters: `lookback`, `from`, `to` (DateTime64(3), UTC), `paidRoles` (Array(String)). The table has to be
 * emptied before.
 */
export const fillApiClientWindow = `
  INSERT INTO api_sub_visitor_window (${columns})
  WITH ${apiClientCalls},
    marked AS (
      SELECT *,
        now AND account_id != '' AND status IN (400, 403, 404) AS account_refused,
        account_id != '' AND served AS account_served,
        served AND role IN ('accounts', 'payment') AS data,
        posted AND (has({paidRoles: Array(String)}, role) OR (role = 'consent' AND match(path, '(?i)payment') AND NOT authorising))
          OR match(path, '(?i)funds-?confirmation') AS costs
      FROM calls
    )
  SELECT
    client,
    key.1 AS kind,
    key.2 AS value,
    (kind != 'consent' AND minIf(consent, now) = maxIf(consent, now) AND maxIf(consent, now) != '')
      OR (kind NOT IN ('consent', 'account') AND minIf(account, now) = maxIf(account, now) AND maxIf(account, now) != '')
      OR (kind = 'caller' AND minIf(customer, now) = maxIf(customer, now) AND maxIf(customer, now) != '') AS mirrors,
    min(at) >= {from: DateTime64(3, 'UTC')} AS isNew,
    argMinIf(caller_address, (at, caller_address), now) AS address,
    argMinIf(user_agent, (at, user_agent), now) AS userAgent,
    argMinIf(host, (at, host), now) AS site,
    toUnixTimestamp64Milli(minIf(at, now)) AS firstSeen,
    toUnixTimestamp64Milli(maxIf(at, now)) AS lastSeen,
    toUnixTimestamp64Milli(maxIf(appended, now)) AS lastAppended,
    greatest(
      uniqExactIf(consent, data AND consent != ''),
      uniqExactIf(account, data AND account != ''),
      uniqExactIf(customer, data AND customer != '')) AS people,
    countIf(now) AS requests,
    countIf(now AND customer != '') AS attended,
    countIf(now AND refused) AS clientErrors,
    countIf(now AND status >= 500) AS serverErrors,
    sumIf(ifNull(bytes, 0), now) AS bytesOut,
    round(sumIf(toFloat64(ifNull(duration_ms, 0)), now), 3) AS serviceTimeMs,
    countIf(now AND account_call) AS accountCalls,
    countIf(now AND account_call AND refused) AS accountCallsRefused,
    uniqExactIf(account_id, now AND account_id != '') AS accounts,
    uniqExactIf(account_id, now AND account_served) AS accountsServed,
    uniqExactIf(account_id, account_served OR account_refused) - uniqExactIf(account_id, account_served) AS accountsRefused,
    countIf(account_refused) AS refusedCalls,
    countIf(now AND consent_created) AS consentsCreated,
    uniqExactIf(consent, now AND data AND consent != '') AS consentsUsed,
    countIf(now AND role = 'consent' AND authorising AND status BETWEEN 200 AND 399) AS authorisations,
    countIf(now AND paid) AS payments,
    countIf(now AND costs) AS paidCalls,
    countIf(now AND role = 'token') AS tokenRequests,
    countIf(now AND token_failed) AS tokenFailures,
    uniqExactIf(query, now AND token_failed AND query != '') AS tokensTried,
    countIf(now AND login) AS loginAttempts,
    countIf(now AND login AND login_refused) AS loginFailures,
    uniqExactIf(account, now AND login AND login_refused AND account != '') AS loginAccounts,
    countIf(now AND (consent_created OR paid)) AS acts,
    countIf(now AND (consent_created OR paid) AND customer = '') AS actsUnattended
  FROM marked
  ARRAY JOIN [('consent', consent), ('account', account), ('customer_address', customer), ('caller', caller)] AS key
  WHERE key.2 != ''
  GROUP BY client, key
  HAVING requests > 0`;

/** Empties the scratch table, before each cycle. */
export const emptyApiClientWindow = 'TRUNCATE TABLE api_sub_visitor_window';
