/**
 * The fields of an access event that a JSON log can fill, by canonical name. `url` is path and query
 * together, `request` the whole request line; `durationSeconds` and `durationMs` differ in unit only.
 * `sessionKey` and `accountKey` are hashed before they are stored.
 */
export type JsonField =
  | 'eventTime'
  | 'clientAddress'
  | 'networkPeerAddress'
  | 'request'
  | 'httpRequestMethod'
  | 'url'
  | 'urlPath'
  | 'urlQuery'
  | 'urlScheme'
  | 'serverAddress'
  | 'serverPort'
  | 'networkProtocolVersion'
  | 'httpResponseStatusCode'
  | 'httpResponseBodySize'
  | 'httpRequestSize'
  | 'userAgentOriginal'
  | 'httpRequestReferer'
  | 'httpRequestXForwardedFor'
  | 'durationSeconds'
  | 'durationMs'
  | 'requestId'
  | 'sessionKey'
  | 'accountKey'
  | 'apiClient';

/** Canonical field → JSON key, dotted path (`http.request.method`), or several of them, first present wins. */
export type JsonFieldMap = Readonly<Partial<Record<JsonField, string | readonly string[]>>>;

/** The usual names; a source's own map is asked first. */
export const DEFAULT_JSON_FIELD_MAP: Readonly<Record<JsonField, readonly string[]>> = {
  eventTime: [
    'msec',
    'time_iso8601',
    'time_local',
    '@timestamp',
    'timestamp',
    'time',
    'ts',
    'date',
  ],
  clientAddress: [
    'client_ip',
    'remote_addr',
    'remote_ip',
    'clientip',
    'client_address',
    'client.address',
    'client.ip',
    'source.ip',
    'ip',
  ],
  networkPeerAddress: ['realip_remote_addr', 'peer_addr', 'network.peer.address'],
  request: ['request', 'request_line'],
  httpRequestMethod: ['request_method', 'method', 'http_method', 'verb', 'http.request.method'],
  url: ['request_uri', 'uri', 'url', 'url.original'],
  urlPath: ['path', 'uri_path', 'url_path', 'url.path'],
  urlQuery: ['query_string', 'args', 'query', 'url_query', 'url.query'],
  urlScheme: ['scheme', 'url.scheme'],
  serverAddress: [
    'host',
    'http_host',
    'server_name',
    'vhost',
    'domain',
    'server.address',
    'url.domain',
  ],
  serverPort: ['server_port', 'server.port', 'url.port'],
  networkProtocolVersion: [
    'server_protocol',
    'protocol',
    'http_version',
    'http.version',
    'network.protocol.version',
  ],
  httpResponseStatusCode: ['status', 'status_code', 'response_code', 'http.response.status_code'],
  httpResponseBodySize: [
    'body_bytes_sent',
    'bytes_sent',
    'bytes',
    'size',
    'http.response.body.bytes',
    'http.response.body.size',
  ],
  httpRequestSize: ['request_length', 'http.request.bytes', 'http.request.size'],
  userAgentOriginal: ['http_user_agent', 'user_agent', 'useragent', 'agent', 'user_agent.original'],
  httpRequestReferer: [
    'http_referer',
    'http_referrer',
    'referer',
    'referrer',
    'http.request.referrer',
  ],
  httpRequestXForwardedFor: ['http_x_forwarded_for', 'x_forwarded_for', 'xff'],
  durationSeconds: ['request_time', 'duration', 'duration_s'],
  durationMs: ['duration_ms', 'request_time_ms', 'latency_ms'],
  requestId: [
    'request_id',
    'req_id',
    'http_x_request_id',
    'x_request_id',
    'trace_id',
    'http.request.id',
  ],
  sessionKey: [
    'session',
    'session_id',
    'sessionid',
    'sid',
    'cookie_session',
    'cookie_sessionid',
    'cookie_JSESSIONID',
    'cookie_PHPSESSID',
    'session.id',
  ],
  accountKey: [
    'account',
    'account_id',
    'user',
    'user_id',
    'username',
    'remote_user',
    'customer_id',
    'psu_id',
    'user.name',
    'user.id',
  ],
  apiClient: [
    'api_client',
    'tpp_client_id',
    'tpp_id',
    'client_id',
    'oauth_client_id',
    'consumer_id',
    'api_key_id',
  ],
};
