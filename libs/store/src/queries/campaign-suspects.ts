import { campaignActs, tellingKinds } from './campaign-acts.js';

/**
 * Everybody who did one thing at some sites in `[from, to)`, with the traits by which members of a crowd resemble each
 * other; at most 50,000 a site, chosen by a hash of the address. Rows are `SuspectRow`.
 *
 * Traits, each as text: `fingerprint` (user agent and JA4), `agent` (browser, its version, system), `network` (ASN),
 * `prefix` (/16 of IPv4, /32 of IPv6), `conduct` (loads assets, opens pages, follows links, claims a browser), `path` (roles
 * of the requests up to the act and after it, repetitions left out), `pace` (log2 of the seconds from the first request
 * to the act), `repeats` (log2 of the acts), `hour` (of the first act, in pairs, UTC), `accounts` (tried by three or more addresses), `pages` (of who reads:
 * whether any of them is among the few that make up half of what is read),
 * `acquaintance` (whether the address was seen at the site in the seven days before `from`).
 *
 * Parameters: `sites` (array), `kind` (String), `from`, `to` (DateTime64(3)).
 */
export const campaignSuspects = `
  WITH
    forms AS (
      SELECT DISTINCT server_address, url_path
      FROM events
      WHERE server_address IN {sites: Array(String)}
        AND event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND url_path_role = 'login' AND http_request_method = 'GET' AND http_response_status_code = 200
    ),
    requests AS (
      SELECT
        server_address AS site,
        client_address, client_host, account_key,
        event_time AS at,
        user_agent_original AS user_agent,
        tls_client_ja4 AS ja4,
        client_asn AS asn,
        role = 'login' AND (server_address, url_path) IN forms AS form,${campaignActs}
      FROM events
      WHERE server_address IN {sites: Array(String)}
        AND event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND event_time_suspect = 0
    ),
    acts AS (SELECT * FROM requests WHERE kind = {kind: String}),
    popular AS (
      SELECT site, path
      FROM (
        SELECT site, path, count() AS opened,
          sum(opened) OVER (PARTITION BY site ORDER BY opened DESC, path ROWS UNBOUNDED PRECEDING) AS up_to,
          sum(opened) OVER (PARTITION BY site) AS together
        FROM acts WHERE {kind: String} = 'reading'
        GROUP BY site, path
      )
      WHERE opened >= 3 AND (up_to - opened) * 2 < together
    ),
    shared AS (
      SELECT site, account_key FROM acts WHERE account_key != ''
      GROUP BY site, account_key HAVING uniqExact(client_address) >= 3
    ),
    known AS (
      SELECT DISTINCT server_address, client_address FROM events
      WHERE server_address IN {sites: Array(String)}
        AND (server_address, client_address) IN (SELECT site, client_address FROM acts)
        AND event_time >= {from: DateTime64(3, 'UTC')} - INTERVAL 7 DAY AND event_time < {from: DateTime64(3, 'UTC')}
    ),
    visitors AS (
      SELECT
        site, client_address, client_host,
        toString(client_address) AS text,
        min((at, user_agent)).2 AS agent,
        startsWith(agent, 'Mozilla/') AND NOT match(lower(agent), 'bot|crawl|spider|compatible;|\\\\+http|preview|monitor') AS browser,
        countIf(role = 'asset' AND method = 'GET') > 0 AS loads,
        countIf(page) > 0 AS opens,
        countIf(page AND referred) > 0 AS follows,
        countIf(referred) > 0 AS refers,
        countIf(kind = {kind: String}) AS tries,
        countIf(kind = {kind: String} AND went_badly) AS bads,
        countIf(kind = {kind: String} AND went_well) AS goods,
        minIf(at, kind = {kind: String}) AS acted,
        dateDiff('second', min(at), acted) AS waited,
        arrayMap(step -> step.2, arraySlice(arraySort(groupArray((at, if(kind = {kind: String}, 'act', toString(role))))), 1, 60)) AS walk,
        countIf(kind = {kind: String} AND (site, path) IN popular) AS usual,
        countIf(kind = {kind: String} AND account_key != '') AS named,
        countIf(kind = {kind: String} AND (site, account_key) IN shared) AS sharing,
        max(ja4) AS tls,
        max(asn) AS number,
        min(at) AS first,
        max(at) AS last
      FROM requests
      WHERE (site, client_address) IN (SELECT site, client_address FROM acts)
      GROUP BY site, client_address, client_host
      HAVING tries > 0
      ORDER BY cityHash64(client_address, client_host), client_host
      LIMIT 50000 BY site
    )
  SELECT
    site,
    multiIf(client_host != '', client_host,
      startsWith(text, '::ffff:') AND position(text, '.') > 0, substring(text, 8), text) AS address,
    if({kind: String} IN ${tellingKinds}, bads > 0 AND goods = 0,
      browser AND NOT loads AND NOT follows AND ({kind: String} != 'probing' OR NOT opens)
        AND ({kind: String} != 'calling' OR NOT (opens OR refers))) AS bad,
    toUnixTimestamp64Milli(first) AS firstSeen,
    toUnixTimestamp64Milli(last) AS lastSeen,
    concat(agent, if(tls = '', '', concat('|', tls))) AS fingerprint,
    concat(extract(agent, '((?:Edg|OPR|SamsungBrowser|Firefox|FxiOS|CriOS|Chrome|Version)/[0-9]+)'), ' ',
      extract(agent, '(Windows NT [0-9.]+|Android [0-9]+|iPhone OS [0-9]+|Mac OS X [0-9]+|Linux|CrOS)')) AS agent_,
    if(number = 0, '', concat('AS', toString(number))) AS network,
    if(startsWith(text, '::ffff:'), concat(extract(text, '::ffff:([0-9]+\\\\.[0-9]+)'), '.0.0/16'),
      IPv6NumToString(toIPv6(cutIPv6(client_address, 12, 0)))) AS prefix,
    concat('assets=', toString(loads), ' pages=', toString(opens), ' links=', toString(follows), ' browser=', toString(browser)) AS conduct,
    arrayStringConcat(arraySlice(arrayCompact(arrayFilter(step -> step != 'asset', walk)), 1, 6), ' › ') AS path,
    toString(if(waited = 0, -1, floor(log2(waited)))) AS pace,
    toString(floor(log2(tries))) AS repeats,
    toString(intDiv(toHour(acted), 2) * 2) AS hour,
    multiIf(sharing > 0, 'tried by others', named > 0, 'own', '') AS accounts,
    multiIf({kind: String} != 'reading', '', usual > 0, 'as others', tries = 1, 'another', 'others') AS pages,
    if((site, client_address) IN known, 'seen before', 'new') AS acquaintance
  FROM visitors
  ORDER BY site, address`;

/** Traits are columns; `agent_` is the trait `agent`. */
export interface SuspectRow {
  readonly site: string;
  readonly address: string;
  readonly bad: 0 | 1;
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly fingerprint: string;
  readonly agent_: string;
  readonly network: string;
  readonly prefix: string;
  readonly conduct: string;
  readonly path: string;
  readonly pace: string;
  readonly repeats: string;
  readonly hour: string;
  readonly accounts: string;
  readonly pages: string;
  readonly acquaintance: string;
}
