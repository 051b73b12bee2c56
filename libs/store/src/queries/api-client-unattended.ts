import { apiClientCalls } from './api-client-calls.js';

/**
 * How often each API client took account data under each consent while the customer was away, against the limit of
 * RTS 2018/389, art. 36(5)(b). Rows are `UnattendedUse` of libs/intent, one for each client whose log shows who is attended.
 *
 * Only sources where any API client's call named a customer's address since `lookback` are looked at: where nobody's does,
 * everybody would look unattended. What counts: calls for account data, served (2xx, 304), without a customer's address, under
 * the consent, or the account where the log has no consent. All calls within `span` of the first are one access; the next call
 * after that begins another. `byResource` counts the accesses of each path by itself, as some banks do. An access is a breach
 * where `limit` others of the same consent began less than `period` before it: a sliding window, no calendar day. It is a clear
 * one where that is still so with a period shorter by `tolerance`: a schedule of six hours drifts by seconds.
 *
 * Accesses of `[from, to)` are judged. With `lookback` at least `period` before `from` their count depends on no
 * earlier call, unless a consent is polled without a pause of `span` since. Parameters: `lookback`, `from`, `to`
 * (DateTime64(3), UTC), `span`, `period`, `tolerance` (milliseconds), `limit`, `byResource`.
 */
export const apiClientUnattended = `
  WITH ${apiClientCalls},
    attending AS (SELECT DISTINCT source FROM calls WHERE customer != ''),
    accesses AS (
      SELECT
        client,
        if(consent != '', consent, account) AS consent_or_account,
        if({byResource: Bool}, path, '') AS resource,
        arraySort(groupArray(toUnixTimestamp64Milli(at))) AS times,
        arrayFold((starts, t) -> if(empty(starts) OR t - starts[-1] >= {span: Int64}, arrayPushBack(starts, t), starts),
          times, CAST([], 'Array(Int64)')) AS starts,
        arrayMap((t, i) -> if(i <= {limit: Int64}, {period: Int64}, t - starts[i - {limit: Int64}]), starts, arrayEnumerate(starts)) AS spreads,
        arrayMap(t -> t >= toUnixTimestamp64Milli({from: DateTime64(3, 'UTC')}), starts) AS judged,
        arrayCount((spread, j) -> j AND spread < {period: Int64}, spreads, judged) AS breaches,
        arrayCount((spread, j) -> j AND spread < {period: Int64} - {tolerance: Int64}, spreads, judged) AS clearBreaches,
        arrayCount(j -> j, judged) AS accesses,
        arrayMax(arrayMap((t, i, j) -> if(j, i - arrayFirstIndex(s -> s > t - {period: Int64}, starts) + 1, 0),
          starts, arrayEnumerate(starts), judged)) AS peak
      FROM calls
      WHERE account_call AND served AND customer = '' AND consent_or_account != '' AND source IN attending
      GROUP BY client, consent_or_account, resource
    ),
    per_consent AS (
      SELECT client, consent_or_account, sum(accesses) AS accesses, max(breaches) AS breaches, max(clearBreaches) AS clearBreaches, max(peak) AS peak
      FROM accesses
      GROUP BY client, consent_or_account
    )
  SELECT
    visible.client AS client,
    countIf(per_consent.accesses > 0) AS consents,
    sum(per_consent.accesses) AS accesses,
    countIf(per_consent.breaches > 0) AS consentsInBreach,
    sum(per_consent.breaches) AS breaches,
    sum(per_consent.clearBreaches) AS clearBreaches,
    arrayMap(one -> CAST((one.1, one.2, one.3), 'Tuple(consent String, peak UInt64, breaches UInt64)'),
      arraySlice(arraySort(one -> (-toInt64(one.3), -toInt64(one.2), one.1),
        groupArrayIf((consent_or_account, toUInt64(per_consent.peak), toUInt64(per_consent.breaches)), per_consent.breaches > 0)), 1, 5)) AS worst
  FROM (SELECT DISTINCT client FROM calls WHERE now AND source IN attending) AS visible
  LEFT JOIN per_consent ON per_consent.client = visible.client
  GROUP BY client
  ORDER BY client`;
