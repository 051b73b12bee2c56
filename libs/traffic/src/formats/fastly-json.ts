import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { ownValue } from '../scan/json-value.js';

/**
 * Fastly's log as JSON, by the templates of its documentation: the short one (`request_method`,
 * `response_status`, `fastly_is_edge`) and the long one (`service_id`, `time_start`, `time_elapsed` in
 * microseconds, `resp_body_size`), and likenesses of them. The time is the start. What a shield logs
 * repeats what the edge does.
 */
export const fastlyJson: JsonLogFormat = {
  name: 'fastly_json',
  recognises: (record) =>
    'fastly_is_edge' in record ||
    'fastly_server' in record ||
    ('service_id' in record && 'time_elapsed' in record),
  createReader: (source) =>
    createMappedReader({
      names: NAMES,
      ownNames: source.fieldMap,
      timeKind: 'start',
      headerOf,
      settle,
    }),
};

const NAMES = {
  eventTime: ['timestamp', 'time_start', '@timestamp', 'time', 'start_time'],
  eventStartTime: 'time_start',
  eventEndTime: 'time_end',
  clientAddress: ['client_ip', 'fastly_client_ip', 'remote_addr'],
  clientPort: 'client_port',
  request: 'request_line',
  httpRequestMethod: ['request_method', 'method', 'req_method', 'request'],
  url: ['url', 'request_url', 'req_url', 'uri', 'request_uri'],
  urlPath: ['path', 'url_path'],
  urlQuery: ['query_string', 'query', 'qs'],
  urlScheme: ['scheme', 'request_scheme'],
  serverAddress: ['host', 'request_host', 'req_host', 'fastly_orig_host'],
  networkProtocolVersion: ['request_protocol', 'protocol', 'http_version', 'proto'],
  httpResponseStatusCode: ['response_status', 'status', 'status_code', 'resp_status'],
  httpResponseBodySize: ['response_body_size', 'resp_body_size', 'response_bytes', 'bytes_sent'],
  httpResponseSize: ['resp_bytes_written', 'response_bytes_written'],
  httpRequestSize: ['req_bytes_read', 'request_bytes_read'],
  userAgentOriginal: ['request_user_agent', 'user_agent', 'req_user_agent'],
  httpRequestReferer: ['request_referer', 'referer', 'referrer', 'request_referrer'],
  httpRequestXForwardedFor: ['request_x_forwarded_for', 'x_forwarded_for'],
  durationMs: ['response_time_ms', 'duration_ms', 'time_elapsed_ms', 'elapsed_ms'],
  durationUs: ['time_elapsed', 'time_elapsed_usec', 'elapsed_usec', 'duration_us'],
  requestId: ['request_id', 'req_id', 'x_request_id'],
  tlsProtocolVersion: ['tls_client_protocol', 'tls_version', 'tls_protocol'],
  tlsCipher: ['tls_client_cipher', 'tls_cipher'],
  tlsClientJa3: ['tls_client_ja3_md5', 'tls_client_ja3', 'ja3', 'client_ja3'],
  tlsClientJa4: ['tls_client_ja4', 'ja4', 'client_ja4'],
  cacheStatus: ['cache_status', 'response_state', 'fastly_info_state'],
  edgeLocation: ['server_datacenter', 'datacenter', 'pop', 'fastly_server'],
  clientAsn: ['client_as_number', 'client_asn', 'geo_asn', 'asn'],
  clientCountry: ['geo_country_code', 'country_code', 'geo_country'],
};

const HEADERS = new Map([
  ['request_accept_content', 'accept'],
  ['request_accept', 'accept'],
  ['request_accept_language', 'accept-language'],
  ['request_accept_encoding', 'accept-encoding'],
  ['request_accept_charset', 'accept-charset'],
  ['request_connection', 'connection'],
  ['request_dnt', 'dnt'],
  ['request_forwarded', 'forwarded'],
  ['request_via', 'via'],
  ['request_cookie', 'cookie'],
  ['request_authorization', 'authorization'],
  ['request_cache_control', 'cache-control'],
  ['request_content_type', 'content-type'],
  ['request_x_requested_with', 'x-requested-with'],
]);

function headerOf(key: string): string {
  return HEADERS.get(key) ?? '';
}

function settle(request: RawRequest, record: JsonRecord): null {
  const tls = ownValue(record, 'is_tls');
  if (request.scheme === '' && (tls === true || tls === 'true')) request.scheme = 'https';
  if (request.scheme === '' && (tls === false || tls === 'false')) request.scheme = 'http';
  const edge = ownValue(record, 'fastly_is_edge');
  const shield = ownValue(record, 'fastly_is_shield') ?? ownValue(record, 'is_shield');
  const details = detailsOf(request);
  if (isNo(edge) || isYes(shield)) details.duplicateMark = 'shield';
  details.edgeLocation = popOf(details.edgeLocation);
  return null;
}

/** A cache's name ends with its point of presence: `cache-fra20764-FRA`. */
function popOf(server: string): string {
  return server.startsWith('cache-') ? server.slice(server.lastIndexOf('-') + 1) : server;
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || value === 'false' || value === '0';
}

function isYes(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}
