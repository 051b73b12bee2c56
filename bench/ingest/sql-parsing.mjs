/**
 * Each format as ClickHouse reads it by itself: the input format, the columns it gives, and the columns of access_events that
 * SQL makes of them. Written for speed, as its own manual advises: splitByChar, no regular expression.
 */
const SQL_PARSING = {
  combined: {
    inputFormat: 'LineAsString',
    structure: 'line String',
    columns: {
      source_format: "'combined'",
      event_time:
        "parseDateTimeBestEffort(concat(substring(head[4], 2, 11), ' ', substring(head[4], 14, 8), ' +0000'), 'UTC')",
      client_address: 'toIPv6OrDefault(head[1])',
      http_request_method: 'request[1]',
      url_path: "substringIndex(request[2], '?', 1)",
      url_query: "substring(request[2], length(substringIndex(request[2], '?', 1)) + 2)",
      network_protocol_version: 'substring(request[3], 6)',
      http_response_status_code: 'toUInt16OrZero(answer[2])',
      http_response_body_size: 'toUInt64OrNull(answer[3])',
      http_request_referer: "if(part[4] = '-', '', part[4])",
      user_agent_original: "if(part[6] = '-', '', part[6])",
    },
    shared: {
      part: "splitByChar('\"', line)",
      head: "splitByChar(' ', part[1])",
      request: "splitByChar(' ', part[2])",
      answer: "splitByChar(' ', part[3])",
    },
  },
  json: {
    inputFormat: 'JSONEachRow',
    structure: `msec Float64, remote_addr String, host String, request_method String, request_uri String, server_protocol String,
      status UInt16, body_bytes_sent UInt64, request_length UInt64, http_referer String, http_user_agent String,
      request_time Float32, request_id String`,
    columns: {
      source_format: "'nginx_json'",
      event_time: "toDateTime64(msec, 3, 'UTC')",
      client_address: 'toIPv6OrDefault(remote_addr)',
      server_address: 'host',
      http_request_method: 'request_method',
      url_path: 'path',
      url_query: 'substring(request_uri, length(path) + 2)',
      network_protocol_version: 'substring(server_protocol, 6)',
      http_response_status_code: 'status',
      http_response_body_size: 'body_bytes_sent',
      http_request_size: 'request_length',
      http_request_referer: 'http_referer',
      user_agent_original: 'http_user_agent',
      duration_ms: 'request_time * 1000',
      request_id: 'request_id',
    },
    shared: { path: "substringIndex(request_uri, '?', 1)" },
  },
};

/** Where a row came from, as the Kafka engine knows it; the place of a line within its message is not to be had. */
const KAFKA_POSITION = {
  kafka_topic: '_topic',
  kafka_partition: '_partition',
  kafka_offset: '_offset',
  kafka_append_time: '_timestamp_ms',
};
const FILE_POSITION = { kafka_topic: "'file'", kafka_offset: 'rowNumberInAllBlocks()' };

/** What a Kafka engine table needs to know of a format, and the SELECT of the view that reads it. */
export function readFromKafka(format, table) {
  const { inputFormat, structure } = SQL_PARSING[format];
  return { inputFormat, structure, select: selectFrom(format, KAFKA_POSITION, table) };
}

/** `{ columns, select }` of an INSERT … SELECT from a file on the server's disk. */
export function insertFromFile(format, path) {
  const { inputFormat, structure } = SQL_PARSING[format];
  const from = `file('${path}', '${inputFormat}', '${structure.replaceAll('\n', ' ')}')`;
  return {
    columns: ['source_name', ...Object.keys({ ...FILE_POSITION, ...SQL_PARSING[format].columns })],
    select: selectFrom(format, FILE_POSITION, from),
  };
}

function selectFrom(format, position, from) {
  const { columns, shared } = SQL_PARSING[format];
  const named = Object.entries({ ...position, ...columns }).map(
    ([name, sql]) => `${sql} AS ${name}`,
  );
  const made = Object.entries(shared).map(([name, sql]) => `${sql} AS ${name}`);
  return `WITH ${made.join(', ')} SELECT 'bench' AS source_name, ${named.join(', ')} FROM ${from}`;
}
