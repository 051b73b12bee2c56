/** What a log may leave out of a request, by the column it would stand in. Address, time, method and path are always there. */
export const EVENT_FIELDS = [
  'http_response_status_code',
  'user_agent_original',
  'http_request_referer',
  'url_query',
  'server_address',
  'http_response_body_size',
  'duration_ms',
  'network_protocol_version',
  'session_key',
  'account_key',
  'api_client',
  'consent_key',
  'fapi_customer_address',
  'tls_client_ja4',
] as const;

export type EventField = (typeof EVENT_FIELDS)[number];
