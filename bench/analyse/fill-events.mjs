// Events made by ClickHouse itself, from row numbers: the same ones in every run. Visitors are as unequal as they are in logs
// and come as they do there: most stay a while and are not seen again that day. Paths follow a Zipf-like law, each visitor has its
// conduct (reads with assets, reads bare, logs in, calls an API, probes).

/**
 * Fills access_events with the rows from `begin` to `end` of an estate that has `events` rows of `visitors` addresses between `from` and
 * `to`, and goes on like that; appended as they happened.
 */
export function fillEvents(wanted) {
  const { events, visitors, from, to, topic } = wanted;
  const { begin = 0, end = events, perInsert = 1_000_000 } = wanted;
  const inserts = [];
  for (let first = begin; first < end; first += perInsert) {
    inserts.push({
      sql: INSERT,
      parameters: {
        topic,
        first,
        rows: Math.min(perInsert, end - first),
        events,
        visitors,
        from,
        span: to - from,
      },
    });
  }
  return inserts;
}

const INSERT = `
  INSERT INTO access_events (kafka_topic, kafka_partition, kafka_offset, kafka_append_time, source_name, source_format,
    event_time, event_time_kind, client_address, client_asn, http_request_method, server_address, url_path, url_query,
    url_path_template, url_path_role, request_probe, http_response_status_code, http_response_body_size, duration_ms,
    network_protocol_version, user_agent_original, http_request_referer, session_key, account_key, api_client, consent_key,
    tls_client_ja4)
  WITH
    number + {first: UInt64} AS n,
    cityHash64(n) AS chance,
    -- Three in four requests are of visitors who come once and stay for a third of an hour, each at least once in turn; the others
    -- are of a twentieth that comes all day, the busier the lower its number.
    intDiv(n * {visitors: UInt64}, {events: UInt64}) AS newest,
    multiIf(n % 10 = 0, newest,
      -- Of one type with the others: else ClickHouse keeps both in a Variant, and a visitor of each would be another one.
      chance % 4 > 0, toUInt64((newest + 2 * {visitors: UInt64} - cityHash64(n, 3) % (1 + intDiv({visitors: UInt64}, 72))) % (2 * {visitors: UInt64})),
      20 * toUInt64({visitors: UInt64} / 20 * pow((chance % 1000003) / 1000003, 1.6))) AS visitor,
    cityHash64(visitor, 1) AS habit,
    multiIf(habit % 100 < 70, 'reader', habit % 100 < 80, 'bare', habit % 100 < 90, 'login', habit % 100 < 97, 'client', 'prober') AS conduct,
    cityHash64(n, 2) AS taste,
    toUInt64(exp((taste % 10007) / 10007 * log(20000))) AS place,
    multiIf(
      conduct = 'reader', multiIf(taste % 10 < 6, 'asset', taste % 10 < 8, 'item', taste % 100 < 85, 'search', taste % 100 < 88, 'cart',
        taste % 1000 < 885, 'checkout', taste % 1000 < 890, 'payment', taste % 1000 < 895, 'login', 'other'),
      conduct = 'bare', if(taste % 10 < 8, 'item', 'listing'),
      conduct = 'login', if(taste % 10 < 8, 'login', 'otp'),
      conduct = 'client', multiIf(taste % 10 < 6, 'accounts', taste % 10 < 8, 'api', taste % 10 < 9, 'token', 'consent'),
      'other') AS role,
    role IN ('checkout', 'payment', 'token', 'consent', 'otp') OR (role IN ('login', 'cart') AND taste % 3 > 0) AS posted
  SELECT
    {topic: String}, 0, n, at, 'bench', 'combined',
    fromUnixTimestamp64Milli({from: Int64} + intDiv(toInt64(n) * {span: Int64}, {events: Int64}), 'UTC') AS at, 'end',
    toIPv6(concat('::ffff:', toString(10 + visitor % 190), '.', toString(intDiv(visitor, 190) % 250), '.',
      toString(intDiv(visitor, 47500) % 250), '.', toString(intDiv(visitor, 11875000) % 250))),
    64500 + habit % 400,
    if(posted, 'POST', 'GET'),
    concat('site-', toString(habit % 20), '.example'),
    multiIf(role = 'asset', concat('/static/', toString(place % 400), '.js'),
      role = 'item', concat('/product/', toString(place)),
      role = 'accounts', concat('/open-banking/v3.1/aisp/accounts/', toString(place), '/balances'),
      role = 'search', '/search', role = 'otp', '/otp/verify', conduct = 'prober', concat('/', toString(place), '.php'),
      role = 'other', concat('/page-', toString(place % 200)), concat('/', role)) AS path,
    if(role = 'search', concat('q=', toString(place)), ''),
    multiIf(role = 'item', '/product/{id}', role = 'accounts', '/open-banking/v3.1/aisp/accounts/{id}/balances', path),
    role,
    if(conduct = 'prober' AND taste % 3 = 0, 'exploit', ''),
    multiIf(conduct = 'prober', 404, role = 'login' AND posted, if(taste % 5 = 0, 302, 401), taste % 50 = 0, 404, taste % 300 = 0, 500, 200),
    200 + taste % 90000,
    taste % 400,
    if(habit % 9 = 0, '1.1', '2'),
    concat('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/', toString(100 + if(taste % 97 = 0, taste % 7, habit % 40)), '.0.0.0 Safari/537.36'),
    if(conduct = 'reader' AND taste % 20 > 0, 'https://site.example/', ''),
    if(conduct = 'reader' AND habit % 3 = 0, hex(cityHash64(visitor, 3)), ''),
    if(role = 'login' AND habit % 2 = 0, hex(cityHash64(visitor, taste % 3)), ''),
    if(conduct = 'client', concat('tpp-', toString(habit % 50)), ''),
    if(conduct = 'client', hex(cityHash64(visitor, 4)), ''),
    if(habit % 4 = 0, concat('t13d', toString(habit % 60)), '')
  FROM numbers({rows: UInt64})`;
