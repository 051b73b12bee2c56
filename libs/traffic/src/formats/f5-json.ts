import { type JsonLogFormat } from '../json-log-format.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';

/**
 * F5 BIG-IP's request log as Telemetry Streaming passes it on: the names are those of the owner's logging
 * profile, for which F5 suggests `client_ip`, `http_method`, `http_uri`, `event_timestamp` (`$DATE_HTTP`).
 * Whether the time is the start or the end depends on the profile.
 */
export const f5Json: JsonLogFormat = {
  name: 'f5_json',
  recognises: (record) =>
    record['event_source'] === 'request_logging' || record['telemetryEventCategory'] === 'LTM',
  createReader: (source) =>
    createMappedReader({
      names: NAMES,
      ownNames: source.fieldMap,
      timeKind: 'unknown',
      certain: true,
      headerOf: (key) => HEADERS.get(key.toLowerCase()) ?? '',
    }),
};

const NAMES = {
  eventTime: ['event_timestamp', 'date_http', 'date_ncsa', 'timestamp', 'time', 'date_time'],
  clientAddress: ['client_ip', 'client_address', 'src_ip', 'client'],
  clientPort: ['client_port', 'src_port'],
  request: ['http_request', 'request', 'request_line'],
  httpRequestMethod: ['http_method', 'method', 'request_method'],
  url: ['http_uri', 'uri', 'url', 'request_uri'],
  urlPath: ['http_path', 'path'],
  urlQuery: ['http_query', 'query', 'query_string'],
  urlScheme: ['http_scheme', 'scheme', 'protocol'],
  serverAddress: ['http_host', 'host', 'fqdn'],
  serverPort: ['virtual_port', 'vs_port'],
  networkProtocolVersion: ['http_version', 'version'],
  httpResponseStatusCode: [
    'http_statcode',
    'http_status_code',
    'http_status',
    'http_response_code',
    'response_code',
    'resp_code',
    'status_code',
    'status',
  ],
  httpResponseSize: ['response_size', 'resp_size', 'http_response_size', 'bytes_out'],
  httpRequestSize: ['request_size', 'req_size', 'bytes_in'],
  userAgentOriginal: ['user_agent', 'http_user_agent', 'http_useragent'],
  httpRequestReferer: ['referer', 'referrer', 'http_referer', 'http_referrer'],
  httpRequestXForwardedFor: ['x_forwarded_for', 'http_x_forwarded_for', 'xff'],
  durationMs: ['response_ms', 'response_msecs', 'response_time', 'resp_ms', 'latency'],
  durationUs: ['response_usecs', 'response_us'],
  requestId: ['request_id', 'x_request_id', 'tracking_id'],
  accountKey: ['http_username', 'username', 'user'],
  tlsProtocolVersion: ['ssl_version', 'ssl_protocol', 'tls_version', 'client_ssl_version'],
  tlsCipher: ['ssl_cipher', 'tls_cipher', 'client_ssl_cipher'],
};

const HEADERS = new Map([
  ['cookie', 'cookie'],
  ['http_cookie', 'cookie'],
  ['authorization', 'authorization'],
  ['http_authorization', 'authorization'],
  ['accept', 'accept'],
  ['accept_language', 'accept-language'],
  ['accept_encoding', 'accept-encoding'],
  ['content_type', 'content-type'],
]);
