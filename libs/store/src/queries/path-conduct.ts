/** Fewer leaves of a folder are pages of their own. Assumption. */
const MEMBERS = 20;

/**
 * How each place of each site is used by everybody in the window `[from, to)`, probes and suspect times left out. A place is a
 * path template; leaves of a folder that has twenty of them without a template of their own are one place (`/shop/*`).
 * Rows are `PathConduct`, busiest first. Parameters: `from`, `to` (DateTime64(3), UTC).
 */
export const pathConduct = `
  WITH
    requests AS (
      SELECT
        server_address AS host,
        client_address,
        url_path,
        url_path_template AS template,
        replaceRegexpOne(template, '/[^/{}]+/?$', '/*') AS folder,
        url_path_role AS role,
        url_query,
        http_request_method AS method,
        http_response_status_code AS status,
        event_time AS at,
        account_key,
        session_key,
        if(http_request_referer != '' AND (host = '' OR domain(http_request_referer) IN (toString(host), '')), path(http_request_referer), '') AS from_page
      FROM events
      WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
        AND event_time_suspect = 0 AND request_probe = ''
    ),
    folders AS (
      SELECT host, folder
      FROM requests
      WHERE folder != template AND folder != '/*' AND role IN ('other', 'item', 'listing') AND method = 'GET' AND status BETWEEN 200 AND 399
      GROUP BY host, folder
      HAVING uniqExact(template) >= ${MEMBERS}
    ),
    placed AS (
      SELECT *, if(role IN ('other', 'item', 'listing') AND (host, folder) IN folders, folder, template) AS place
      FROM requests
    ),
    known AS (
      SELECT host AS known_host, client_address AS known_address, minIf(at, account_key != '') AS account_at, minIf(at, session_key != '') AS session_at
      FROM placed
      GROUP BY known_host, known_address
    ),
    pages AS (SELECT host, url_path, any(place) AS place FROM placed WHERE method = 'GET' GROUP BY host, url_path),
    leads AS (
      SELECT
        host,
        pages.place AS place,
        countIf(placed.role NOT IN ('asset', 'api')) AS leadsToPages,
        countIf(placed.role = 'asset') AS leadsToAssets,
        uniqExactIf(placed.url_path, placed.role NOT IN ('asset', 'api') AND placed.method = 'GET') AS leadsToPaths
      FROM placed
      INNER JOIN pages ON pages.host = placed.host AND pages.url_path = placed.from_page
      WHERE placed.from_page != '' AND placed.from_page != placed.url_path
      GROUP BY host, place
    ),
    parameters AS (
      SELECT host, place, parameter, parameterRequests, parameterValues, parameterNumeric
      FROM (
        SELECT
          host,
          place,
          parameter,
          count() AS parameterRequests,
          uniqExact(value) AS parameterValues,
          countIf(match(value, '^[0-9]+$')) / parameterRequests AS parameterNumeric
        FROM (
          SELECT
            host,
            place,
            arrayJoin(extractURLParameters(concat('/?', url_query))) AS pair,
            substring(pair, 1, position(concat(pair, '='), '=') - 1) AS parameter,
            substring(pair, length(parameter) + 2) AS value
          FROM placed
          WHERE url_query != '' AND method = 'GET'
        )
        GROUP BY host, place, parameter
      )
      ORDER BY parameterValues DESC, parameter
      LIMIT 1 BY host, place
    ),
    callers AS (
      SELECT host, place, client_address, count() AS calls, max(calls) OVER (PARTITION BY host, place) AS most
      FROM placed
      GROUP BY host, place, client_address
    ),
    rhythms AS (
      SELECT
        host,
        place,
        arraySlice(arrayDifference(arraySlice(arraySort(groupArray(toUnixTimestamp64Milli(at))), 1, 2000)), 2) AS gaps,
        arrayReduce('quantileExact', gaps) AS median,
        if(length(gaps) < 20, 0, arrayCount(gap -> abs(gap - median) <= 1000, gaps) / length(gaps)) AS busiestEvenness
      FROM placed
      WHERE (host, place, client_address) IN (SELECT host, place, client_address FROM callers WHERE calls = most AND calls >= 20)
      GROUP BY host, place, client_address
      ORDER BY client_address
      LIMIT 1 BY host, place
    )
  SELECT
    used.host AS site,
    used.place AS place,
    topK(1)(role)[1] AS named,
    count() AS requests,
    uniqExact(client_address) AS visitors,
    uniqExact(url_path) AS paths,
    countIf(method = 'GET') AS gets,
    countIf(method = 'POST') AS posts,
    uniqExactIf(client_address, method = 'POST') AS posters,
    countIf(method = 'GET' AND status BETWEEN 200 AND 299) AS served,
    countIf(status = 304) AS notModified,
    countIf(method = 'POST' AND status BETWEEN 200 AND 299) AS postsServed,
    countIf(method = 'POST' AND status BETWEEN 300 AND 399) AS postsSentOn,
    countIf(method = 'POST' AND status IN (401, 403, 422, 423, 429)) AS postsRefused,
    countIf(method = 'POST' AND status BETWEEN 200 AND 399
      AND ((known.account_at >= at AND toUnixTimestamp64Milli(known.account_at) != 0)
        OR (known.session_at >= at AND toUnixTimestamp64Milli(known.session_at) != 0))) AS postsThenKnown,
    countIf(from_page != '') AS referred,
    any(leads.leadsToPages) AS leadsToPages,
    any(leads.leadsToAssets) AS leadsToAssets,
    any(leads.leadsToPaths) AS leadsToPaths,
    any(parameters.parameter) AS parameter,
    any(parameters.parameterRequests) AS parameterRequests,
    any(parameters.parameterValues) AS parameterValues,
    any(parameters.parameterNumeric) AS parameterNumeric,
    any(busy.most) AS busiest,
    any(rhythms.busiestEvenness) AS busiestEvenness
  FROM placed AS used
  LEFT JOIN known ON known.known_host = used.host AND known.known_address = used.client_address
  LEFT JOIN leads ON leads.host = used.host AND leads.place = used.place
  LEFT JOIN parameters ON parameters.host = used.host AND parameters.place = used.place
  LEFT JOIN (SELECT DISTINCT host, place, most FROM callers) AS busy ON busy.host = used.host AND busy.place = used.place
  LEFT JOIN rhythms ON rhythms.host = used.host AND rhythms.place = used.place
  GROUP BY site, place
  ORDER BY requests DESC, site, place`;
