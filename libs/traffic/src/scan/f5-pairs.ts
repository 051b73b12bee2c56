import { detailsOf } from '../details-of.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { logTime } from './log-time.js';
import { parseRequestLine, protocolVersion } from './request-line.js';

/** Values by F5's variable names in lower case. */
type Pairs = ReadonlyMap<string, string>;

/** What the variables are called: F5's own names, then what templates in use call headers. */
const KEYS = {
  time: [
    'event_timestamp',
    'date_http',
    'date_ncsa',
    'time_unix',
    'date_time',
    'timestamp',
    'time',
  ],
  client: ['client_ip', 'clientip', 'src_ip'],
  clientPort: ['client_port', 'src_port'],
  method: ['http_method', 'method'],
  uri: ['http_uri', 'uri'],
  path: ['http_path', 'uri_path'],
  query: ['http_query', 'uri_query'],
  line: ['http_request', 'request'],
  version: ['http_version'],
  status: ['http_statcode', 'http_status', 'status_code', 'status', 'response_code'],
  host: ['http_host', 'host', 'virtual_host'],
  port: ['virtual_port', 'vip_port'],
  userAgent: ['user_agent', 'http_user_agent', 'useragent', 'http_useragent'],
  referer: ['referer', 'http_referer', 'http_referrer', 'referrer'],
  forwardedFor: ['x_forwarded_for', 'http_x_forwarded_for', 'xff'],
  milliseconds: ['response_msecs', 'response_ms'],
  microseconds: ['response_usecs', 'response_us'],
  responseSize: ['response_size', 'http_response_size'],
  requestSize: ['request_size', 'http_request_size'],
  requestId: ['x_request_id', 'request_id'],
  account: ['http_username', 'username', 'user'],
  cookie: ['cookie', 'http_cookie'],
  tlsProtocol: ['ssl_protocol', 'ssl_version', 'tls_version', 'http_ssl_version'],
  tlsCipher: ['ssl_cipher', 'tls_cipher', 'http_ssl_cipher'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Variable = keyof typeof KEYS;

/** A request from the pairs of a template, or why there is none. The name of the appliance is not the host. */
export function readF5Pairs(pairs: Pairs): RawRequest | RejectReason {
  const time = valueOf(pairs, 'time');
  if (time === '') return 'missing_field:event_time';
  const request = emptyRawRequest();
  request.eventTime = logTime(time);
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  readRequest(pairs, request);
  if (request.target === '' && request.requestLine === '') return 'missing_field:request';
  readStatus(pairs, request);
  readSite(pairs, request);
  readMeasures(pairs, request);
  return request;
}

function valueOf(pairs: Pairs, variable: Variable): string {
  for (const key of KEYS[variable]) {
    const value = pairs.get(key);
    if (value !== undefined && value !== '' && value !== '-') return value;
  }
  return '';
}

function countOf(pairs: Pairs, variable: Variable): number | null {
  const value = valueOf(pairs, variable);
  return /^\d{1,15}$/.test(value) ? Number(value) : null;
}

const NO_PARTS = { method: '', target: '', version: '' };

function readRequest(pairs: Pairs, request: RawRequest): void {
  const line = valueOf(pairs, 'line');
  const parts = parseRequestLine(line) ?? NO_PARTS;
  request.method = valueOf(pairs, 'method') || parts.method;
  request.target = targetOf(pairs) || parts.target;
  request.protocolVersion = protocolVersion(valueOf(pairs, 'version')) || parts.version;
  request.requestLine = line === '' ? `${request.method} ${request.target}`.trim() : line;
}

function targetOf(pairs: Pairs): string {
  const uri = valueOf(pairs, 'uri');
  const path = uri === '' ? valueOf(pairs, 'path') : uri;
  const query = valueOf(pairs, 'query');
  return path === '' || query === '' || path.includes('?') ? path : `${path}?${query}`;
}

/** `404`, or the whole status line. A template with a status is written when the response is. */
function readStatus(pairs: Pairs, request: RawRequest): void {
  const status = /(?:^|\s)(\d{3})(?:\s|$)/.exec(valueOf(pairs, 'status').slice(0, 64))?.[1];
  request.status = status === undefined ? 0 : Number(status);
  request.eventTimeKind = status === undefined ? 'start' : 'end';
}

/** `192.0.2.1%2`: the routing table the address belongs to. */
const ROUTE_DOMAIN = /%\d{1,5}$/;

function readSite(pairs: Pairs, request: RawRequest): void {
  request.client = valueOf(pairs, 'client').replace(ROUTE_DOMAIN, '');
  request.host = valueOf(pairs, 'host');
  request.port = countOf(pairs, 'port');
  request.userAgent = valueOf(pairs, 'userAgent');
  request.referer = valueOf(pairs, 'referer');
  request.forwardedFor = valueOf(pairs, 'forwardedFor');
  request.requestId = valueOf(pairs, 'requestId');
  request.account = valueOf(pairs, 'account');
}

function readMeasures(pairs: Pairs, request: RawRequest): void {
  const microseconds = countOf(pairs, 'microseconds');
  request.durationMs =
    countOf(pairs, 'milliseconds') ?? (microseconds === null ? null : microseconds / 1000);
  request.requestSize = countOf(pairs, 'requestSize');
  const details = detailsOf(request);
  details.clientPort = countOf(pairs, 'clientPort');
  details.responseSize = countOf(pairs, 'responseSize');
  details.tlsProtocol = valueOf(pairs, 'tlsProtocol');
  details.tlsCipher = valueOf(pairs, 'tlsCipher');
  const cookie = valueOf(pairs, 'cookie');
  if (cookie !== '') details.headers = new Map([['cookie', cookie]]);
}
