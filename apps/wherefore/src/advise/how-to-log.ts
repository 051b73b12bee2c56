import { type EventField } from '#libs/intent';

/** What a field is, and how it gets into the log. */
export interface HowToLog {
  readonly what: string;
  /** What to add to the log format; `''` where it is only a setting of the source. */
  readonly nginx: string;
  readonly apache: string;
  readonly haproxy: string;
  readonly envoy: string;
  /** What the description of the source has to say about it (docs/operations/sources.md); `''` when nothing. */
  readonly source: string;
}

/** The producers' own words for each field, from their documentation of log variables. */
export const howToLog: Readonly<Record<EventField, HowToLog>> = {
  http_response_status_code: {
    what: 'status of the answer',
    nginx: '$status',
    apache: '%>s',
    haproxy: '%ST',
    envoy: '%RESPONSE_CODE%',
    source: '',
  },
  user_agent_original: {
    what: 'user agent',
    nginx: '"$http_user_agent"',
    apache: '"%{User-Agent}i"',
    haproxy: 'http-request capture req.hdr(User-Agent) len 1024',
    envoy: '%REQ(USER-AGENT)%',
    source: '',
  },
  http_request_referer: {
    what: 'referring page',
    nginx: '"$http_referer"',
    apache: '"%{Referer}i"',
    haproxy: 'http-request capture req.hdr(Referer) len 1024',
    envoy: '%REQ(REFERER)%',
    source: '',
  },
  url_query: {
    what: 'query of the URL',
    nginx: '$request (not $uri)',
    apache: '%r (not %U)',
    haproxy: '%HU',
    envoy: '%REQ(:PATH)%',
    source: '',
  },
  server_address: {
    what: 'host asked for',
    nginx: '$host',
    apache: '%{Host}i',
    haproxy: 'http-request capture req.hdr(Host) len 255',
    envoy: '%REQ(:AUTHORITY)%',
    source: 'default_host, where all lines are of one site',
  },
  http_response_body_size: {
    what: 'size of the answer',
    nginx: '$body_bytes_sent',
    apache: '%b',
    haproxy: '%B',
    envoy: '%BYTES_SENT%',
    source: '',
  },
  duration_ms: {
    what: 'time the answer took',
    nginx: '$request_time',
    apache: '%D',
    haproxy: '%Ta',
    envoy: '%DURATION%',
    source: '',
  },
  network_protocol_version: {
    what: 'version of HTTP',
    nginx: '$server_protocol',
    apache: '%H',
    haproxy: '%HV',
    envoy: '%PROTOCOL%',
    source: '',
  },
  session_key: {
    what: 'session (stored as a keyed hash)',
    nginx: '$cookie_NAME',
    apache: '%{NAME}C',
    haproxy: 'capture cookie NAME= len 128',
    envoy: '%REQ(COOKIE)%',
    source: 'session',
  },
  account_key: {
    what: 'account (stored as a keyed hash)',
    nginx: '$http_x_user, or what your login module sets',
    apache: '%u, or %{X-User}o',
    haproxy: 'http-response capture res.hdr(X-User) len 128',
    envoy: '%RESP(X-USER)%',
    source: 'account',
  },
  api_client: {
    what: 'API client: TPP, OAuth client or certificate subject',
    nginx: '$ssl_client_s_dn, or $http_x_client_id',
    apache: '%{SSL_CLIENT_S_DN}x',
    haproxy: '%[ssl_c_s_dn]',
    envoy: '%DOWNSTREAM_PEER_SUBJECT%',
    source: 'api_client',
  },
  consent_key: {
    what: 'consent of an open banking call (stored as a keyed hash)',
    nginx: '$http_consent_id',
    apache: '%{Consent-ID}i',
    haproxy: 'http-request capture req.hdr(Consent-ID) len 128',
    envoy: '%REQ(CONSENT-ID)%',
    source: 'consent',
  },
  fapi_customer_address: {
    what: 'address of the customer behind an API client',
    nginx: '$http_x_fapi_customer_ip_address',
    apache: '%{x-fapi-customer-ip-address}i',
    haproxy: 'http-request capture req.hdr(x-fapi-customer-ip-address) len 45',
    envoy: '%REQ(X-FAPI-CUSTOMER-IP-ADDRESS)%',
    source: '',
  },
  tls_client_ja4: {
    what: 'TLS fingerprint (JA4 or JA3)',
    nginx: 'a JA4 module’s variable, or the CDN’s header',
    apache: 'the CDN’s header, %{…}i',
    haproxy: 'a JA4 fetch by Lua, or the CDN’s header',
    envoy: '%TLS_JA4_FINGERPRINT%',
    source: '',
  },
};
