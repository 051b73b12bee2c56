/** The columns of `visitor_window`, filled by name. */
const columns = `
    keyType, address, userAgent, userAgents, site, sites, firstSeen, lastSeen, lastAppended,
    requests, pages, distinctPages, assets, apiCalls, feeds, healthChecks, robotsTxt, posts, heads,
    otherMethods, referredPages, referredAssets, notModified, speculativeSockets, http10, clientErrors,
    serverErrors, unreferredNotFound, deadScripts, apiDeadEnds, distinctPaths, distinctTemplates, items, searches,
    bytesOut, serviceTimeMs, activeMinutes, activeHours, peakMinute, gapVariation, medianGapMs, probes,
    loginAttempts, loginFailures, loginSuccesses, loginPageViews, accounts, loginSite, loginTemplate,
    claimsBrowser, declared, bareReader, loginCell, readerCell, registrations, payments,
    paymentFailures, apiClient`;

/**
 * Counts what every visitor key did in the window `[from, to)` into the scratch table `visitor_window`:
 * one honest scan of `events`, from which a cycle takes baselines, groups and visitors. Two key levels
 * come out of it (GROUPING SETS): the address, and each user agent behind it. Columns are named as in
 * `VisitorFeatures`; events of a suspect time are left out.
 *
 * Parameters: `from`, `to` (DateTime64(3), UTC). The table has to be emptied before (`emptyVisitorWindow`).
 */
export const fillVisitorWindow = `
  INSERT INTO visitor_window (${columns})
  SELECT ${columns}
  FROM (
  WITH
    forms AS (
      SELECT DISTINCT server_address, url_path
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND url_path_role = 'login' AND http_request_method = 'GET' AND http_response_status_code = 200
    ),
    requests AS (
      SELECT
        client_address,
        client_host,
        user_agent_original,
        cityHash64(user_agent_original) AS agent,
        server_address AS host,
        cityHash64(server_address) AS host_hash,
        cityHash64(url_path) AS page_hash,
        event_time AS at,
        kafka_append_time AS appended,
        url_path AS path,
        url_path_template AS template,
        url_path_role AS role,
        request_probe AS probe,
        http_request_method AS method,
        http_response_status_code AS status,
        http_request_referer != '' AS referred,
        method = '' AND status = 408 AS speculative,
        role = 'asset' AND method = 'GET' AND probe = '' AS asset,
        status BETWEEN 200 AND 299 OR status = 304 AS served,
        method = 'GET' AND served AND probe = '' AND path != '/robots.txt'
          AND role IN ('login', 'register', 'reset', 'search', 'item', 'cart', 'checkout', 'listing', 'accounts', 'other')
          AND NOT match(template, '\\\\.(xml|json|txt)$|/(api|rest|graphql|open-banking|v[0-9.]+)/') AS page,
        method = 'POST' AND role = 'login' AND probe = '' AS login,
        endsWith(path, '/xmlrpc.php') AS remote_call,
        login AND NOT remote_call
          AND (status IN (400, 401, 403, 422, 423, 429) OR (status = 200 AND (host, path) IN forms)) AS login_failed,
        login AND NOT remote_call AND NOT login_failed AND status BETWEEN 200 AND 399 AS login_succeeded,
        role IN ('api', 'token', 'otp', 'consent', 'accounts', 'payment') AS interface,
        http_response_body_size AS bytes,
        duration_ms,
        network_protocol_version AS protocol,
        session_key, account_key, api_client
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND event_time_suspect = 0
    )
  SELECT
    if(grouping(agent) = 0, 'address_user_agent', 'address') AS keyType,
    toString(client_address) AS addressText,
    multiIf(client_host != '', client_host,
      startsWith(addressText, '::ffff:') AND position(addressText, '.') > 0, substring(addressText, 8),
      addressText) AS address,
    argMinIf(user_agent_original, (at, agent), NOT speculative) AS userAgent,
    uniqExactIf(agent, NOT speculative) AS userAgents,
    arraySort(groupArray(host_hash)) AS hosts,
    groupUniqArray(host) AS hostNames,
    length(hostNames) AS sites,
    arrayEnumerateUniq(hosts) AS hostCounts,
    hosts[indexOf(hostCounts, arrayMax(hostCounts))] AS busiestHost,
    if(sites = 1, hostNames[1], arrayFirst(name -> cityHash64(name) = busiestHost, hostNames)) AS site,
    toUnixTimestamp64Milli(min(at)) AS firstSeen,
    toUnixTimestamp64Milli(max(at)) AS lastSeen,
    toUnixTimestamp64Milli(max(appended)) AS lastAppended,
    count() AS requests,
    countIf(page) AS pages,
    uniqExactIf(page_hash, page) AS distinctPages,
    countIf(asset) AS assets,
    countIf(role = 'api') AS apiCalls,
    countIf(role = 'feed') AS feeds,
    countIf(role = 'health') AS healthChecks,
    countIf(path = '/robots.txt') AS robotsTxt,
    countIf(method = 'POST') AS posts,
    countIf(method = 'HEAD') AS heads,
    countIf(method NOT IN ('GET', 'POST', 'HEAD', '')) AS otherMethods,
    countIf(page AND referred) AS referredPages,
    countIf(asset AND referred) AS referredAssets,
    countIf(status = 304) AS notModified,
    countIf(speculative) AS speculativeSockets,
    countIf(protocol = '1.0') AS http10,
    countIf(status BETWEEN 400 AND 499) AS clientErrors,
    countIf(status >= 500) AS serverErrors,
    uniqExactIf(page_hash, status = 404 AND NOT referred AND NOT asset) AS unreferredNotFound,
    uniqExactIf(page_hash, status = 404 AND NOT referred AND match(path, '\\.(php[0-9]?|aspx?|jspx?|cgi|pl|do|action)$')) AS deadScripts,
    uniqExactIf((method, page_hash), status IN (404, 405, 415, 501) AND interface) AS apiDeadEnds,
    uniqExact(page_hash) AS distinctPaths,
    uniqExact(cityHash64(template)) AS distinctTemplates,
    countIf(role = 'item' AND method = 'GET' AND served) AS items,
    countIf(role = 'search') AS searches,
    sum(ifNull(bytes, 0)) AS bytesOut,
    sum(toFloat64(ifNull(duration_ms, 0))) AS serviceTimeMs,
    uniqExact(toStartOfMinute(at)) AS activeMinutes,
    uniqExact(toStartOfHour(at)) AS activeHours,
    arrayMax(arrayEnumerateUniq(groupArrayIf(toStartOfMinute(at), NOT asset))) AS peakMinute,
    arraySlice(arrayDifference(arraySlice(arraySort(groupArray(toUnixTimestamp64Milli(at))), 1, 2000)), 2) AS gaps,
    if(length(gaps) < 7 OR arrayAvg(gaps) = 0, NULL,
       round(arrayReduce('stddevPopStable', gaps) / arrayAvg(gaps), 6)) AS gapVariation,
    if(length(gaps) = 0, NULL, arrayReduce('quantileExact', gaps)) AS medianGapMs,
    map(
      'sensitive_file', uniqExactIf(page_hash, probe = 'sensitive_file'),
      'admin_panel', uniqExactIf(page_hash, probe = 'admin_panel'),
      'exploit', uniqExactIf(page_hash, probe = 'exploit'),
      'injection', countIf(probe = 'injection'),
      'traversal', countIf(probe = 'traversal'),
      'webshell', uniqExactIf(page_hash, probe = 'webshell'),
      'open_proxy', countIf(probe = 'open_proxy'),
      'protocol', countIf(probe = 'protocol'),
      'enumeration', uniqExactIf(page_hash, probe = 'enumeration')
    ) AS probes,
    countIf(login) AS loginAttempts,
    countIf(login_failed) AS loginFailures,
    countIf(login_succeeded) AS loginSuccesses,
    countIf(role = 'login' AND method = 'GET') AS loginPageViews,
    uniqExactIf(account_key, login AND account_key != '') AS accounts,
    argMinIf(host, (at, template), login) AS loginSite,
    argMinIf(template, (at, template), login) AS loginTemplate,
    startsWith(userAgent, 'Mozilla/') AS claimsBrowser,
    match(lower(userAgent), 'bot|crawl|spider|compatible;|\\\\+http|preview|monitor') AS declared,
    if(loginAttempts = 0, '', concat(loginSite, ' ', loginTemplate,
      ' assets=', toString(assets > 0), ' pages=', toString(pages + loginPageViews > 0), ' browser=', toString(claimsBrowser))) AS loginCell,
    pages > 0 AND assets = 0 AND referredPages = 0 AND claimsBrowser AND NOT declared AS bareReader,
    if(bareReader, concat(site, ' ', userAgent), '') AS readerCell,
    countIf(role = 'register' AND method = 'POST') AS registrations,
    countIf(role = 'payment' AND method = 'POST') AS payments,
    countIf(role = 'payment' AND method = 'POST' AND status BETWEEN 400 AND 499) AS paymentFailures,
    max(api_client) AS apiClient
  FROM requests
  GROUP BY GROUPING SETS ((client_address, client_host), (client_address, client_host, agent))
  )`;

/** Empties the scratch table, before each cycle. */
export const emptyVisitorWindow = 'TRUNCATE TABLE visitor_window';

/** Name and version of the counting rules above: changes whenever a number they give could change. */
export const visitorFeaturesVersion = 'visitor-features@1';
