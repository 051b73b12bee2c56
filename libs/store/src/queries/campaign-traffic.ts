import { campaignActs, tellingKinds } from './campaign-acts.js';

/**
 * Counts the hours `[from, to)` into `campaign_traffic`: for each hour, site and deed how many addresses did it and how
 * many of them ended badly or acted bare (a browser's user agent, no asset, no link followed), for all together and
 * for each network, prefix (/16 or /32), fingerprint and conduct; of those, the fifty largest. Addresses count once
 * an hour. Counted again with more events it gives a higher build; with the same events, the same rows.
 *
 * Parameters: `from`, `to` (DateTime64(3), whole hours), `build` (UInt64).
 */
export const countCampaignTraffic = `
  INSERT INTO campaign_traffic (hour, site, kind, dimension, value, actors, bad, acts, bad_acts, build)
  WITH
    forms AS (
      SELECT DISTINCT server_address, url_path
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} - INTERVAL 1 DAY AND event_time < {to: DateTime64(3, 'UTC')}
        AND url_path_role = 'login' AND http_request_method = 'GET' AND http_response_status_code = 200
    ),
    requests AS (
      SELECT
        toStartOfHour(event_time) AS hour,
        server_address AS site,
        client_address,
        client_host,
        event_time AS at,
        user_agent_original AS agent,
        tls_client_ja4 AS ja4,
        client_asn AS asn,
        role = 'login' AND (server_address, url_path) IN forms AS form,${campaignActs}
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND event_time_suspect = 0
    ),
    deeds AS (
      SELECT
        hour, site, client_address, client_host, kind,
        count() AS acts,
        countIf(went_badly) AS bads,
        countIf(went_well) AS goods,
        countIf(role = 'asset' AND method = 'GET') AS assets,
        countIf(page) AS pages,
        countIf(page AND referred) AS links,
        countIf(referred) AS referrals,
        min((at, agent)) AS first,
        max(ja4) AS tls,
        max(asn) AS network
      FROM requests
      GROUP BY hour, site, client_address, client_host, kind
    ),
    visitors AS (
      SELECT
        hour, site, client_address,
        groupArray((toString(kind), acts, bads, goods)) AS done,
        sum(assets) > 0 AS loads,
        sum(pages) > 0 AS opens,
        min(first).2 AS agent,
        startsWith(agent, 'Mozilla/') AND NOT match(lower(agent), 'bot|crawl|spider|compatible;|\\\\+http|preview|monitor') AS browser,
        browser AND NOT loads AND sum(links) = 0 AS bare,
        opens OR sum(referrals) > 0 AS comes_from_pages,
        [('all', ''),
          ('network', if(max(network) = 0, '', concat('AS', toString(max(network))))),
          ('prefix', if(startsWith(IPv6NumToString(client_address), '::ffff:'),
            concat(extract(IPv6NumToString(client_address), '::ffff:([0-9]+\\\\.[0-9]+)'), '.0.0/16'),
            IPv6NumToString(toIPv6(cutIPv6(client_address, 12, 0))))),
          ('fingerprint', concat(substring(agent, 1, 200), if(max(tls) = '', '', concat('|', max(tls))))),
          ('conduct', concat('assets=', toString(loads), ' pages=', toString(opens), ' browser=', toString(browser)))
        ] AS dimensions
      FROM deeds
      GROUP BY hour, site, client_address, client_host
    ),
    counted AS (
      SELECT hour, site, deed.1 AS kind, dim.1 AS dimension, dim.2 AS value,
        deed.2 AS acts, deed.3 AS bad_acts,
        if(kind IN ${tellingKinds}, deed.3 > 0 AND deed.4 = 0, bare AND (kind != 'probing' OR NOT opens) AND (kind != 'calling' OR NOT comes_from_pages)) AS bad
      FROM (
        SELECT *, arrayJoin(arrayConcat([('', 0, 0, 0)], arrayFilter(one -> one.1 != '', done))) AS deed FROM visitors
      )
      ARRAY JOIN dimensions AS dim
    )
  SELECT hour, site, kind, dimension, value, count(), countIf(bad) AS worst, sum(acts), sum(bad_acts), {build: UInt64}
  FROM counted
  WHERE (dimension = 'all' OR (value != '' AND kind != ''))
  GROUP BY hour, site, kind, dimension, value
  ORDER BY hour, site, kind, dimension, worst DESC, count() DESC, value
  LIMIT 50 BY hour, site, kind, dimension`;

/**
 * Hours before `to` that have to be counted again, for events of them were stored after `seen` (milliseconds of append
 * time). Rows: `hour` (milliseconds). Parameters: `from`, `to` (DateTime64(3)), `seen`.
 */
export const lateCampaignHours = `
  SELECT DISTINCT toUnixTimestamp(toStartOfHour(event_time)) * 1000 AS hour
  FROM events
  WHERE kafka_append_time > fromUnixTimestamp64Milli({seen: Int64}, 'UTC') AND event_time_suspect = 0
    AND event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
  ORDER BY hour`;

/** How far the table reaches: `until` (end of its newest hour) and `seen` (its highest build), milliseconds; 0 when empty. */
export const campaignTrafficExtent = `
  SELECT
    if(count() = 0, 0, toUnixTimestamp(max(hour)) * 1000 + 3600000) AS until,
    max(build) AS seen
  FROM campaign_traffic`;

/** The first hour of `[from, to)` that holds events, milliseconds; 0 when there are none. Parameters: `from`, `to` (DateTime64(3)). */
export const firstCampaignHour = `
  SELECT if(count() = 0, 0, toUnixTimestamp(toStartOfHour(min(event_time))) * 1000) AS hour
  FROM events
  WHERE event_time_suspect = 0
    AND event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}`;
