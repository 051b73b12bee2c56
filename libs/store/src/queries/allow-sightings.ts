import { prefixOf, prefixText } from './visitor-window/spread-prefixes.js';

/**
 * What was seen of some visitors in the window, as far as allow rules ask: one row for each user agent in each session at each address.
 * Rows are `Sighting`.
 *
 * Parameters: `from`, `to` (DateTime64(3), UTC); `addresses`, `prefixes` (CIDR), `sessions`, `clients` (whose), `everybody` (UInt8); `accounts`
 * (allowed ones), `sites` and `paths` (allowed places: LIKE patterns, as many of one as of the other).
 */
export const allowSightings = `
  SELECT
    client AS address,
    user_agent_original AS userAgent,
    session_key AS session,
    api_client AS apiClient,
    toUInt32(max(client_asn)) AS network,
    countIf(account_key != '' AND account_key IN {accounts: Array(String)}) AS allowedAccounts,
    count() AS requests,
    countIf(arrayExists((site, path) -> toString(server_address) LIKE site AND url_path LIKE path,
      {sites: Array(String)}, {paths: Array(String)})) AS allowedPaths
  FROM events
  WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')} AND event_time_suspect = 0
    AND ({everybody: UInt8} = 1
      OR client IN {addresses: Array(String)}
      OR (notEmpty({prefixes: Array(String)}) AND ${prefixText(prefixOf('client_address'))} IN {prefixes: Array(String)})
      OR session_key IN {sessions: Array(String)}
      OR (api_client != '' AND api_client IN {clients: Array(String)}))
  GROUP BY address, userAgent, session, apiClient`;
