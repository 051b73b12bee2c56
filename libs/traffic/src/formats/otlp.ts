import { type JsonFieldMap } from '../json-field-map.js';
import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { useOriginForm } from '../scan/json-origin-form.js';
import { type JsonRequest } from '../scan/json-request.js';
import { isRecord, ownRecord, ownValue, textOf } from '../scan/json-value.js';
import { otlpDuration } from '../scan/otlp-duration.js';
import { otlpTimeKind } from '../scan/otlp-time-kind.js';

/**
 * One OpenTelemetry log record: `timeUnixNano`, `attributes` and `body` by name. The names are not uniform:
 * HTTP conventions new and old, and what the collector's encodings of AWS, Azure and Google Cloud logs make
 * of theirs, where `server.address` is the backend and `url.scheme` may be a protocol version.
 * https://opentelemetry.io/docs/specs/semconv/http/
 */
export const otlp: JsonLogFormat = {
  name: 'otlp',
  recognises: (record) =>
    Object.hasOwn(record, 'timeUnixNano') && ownRecord(record, 'attributes') !== null,
  createReader: (source) => {
    const read = createMappedReader({
      names: NAMES,
      ownNames: source.fieldMap,
      timeKind: 'unknown',
      headerOf,
      certain: true,
      settle,
    });
    return (record) => read(flat(record));
  },
};

/** Attributes, and what the body has beside them, as fields of one object; a plain body is no field. */
function flat(record: JsonRecord): JsonRecord {
  const body = ownRecord(record, 'body') ?? {};
  const { attributes, timeUnixNano, traceId, resource, scope } = record;
  const fields = isRecord(attributes) ? attributes : {};
  return { ...body, ...fields, timeUnixNano, traceId, [RESOURCE]: resource, [SCOPE]: scope };
}

const RESOURCE = 'otel.resource';
const SCOPE = 'otel.scope';

const NAMES: JsonFieldMap = {
  eventTime: 'timeUnixNano',
  clientAddress: [
    'client.address',
    'network.peer.address',
    'source.address',
    'http.client_ip',
    'net.sock.peer.addr',
    'net.peer.ip',
  ],
  networkPeerAddress: ['network.peer.address', 'net.sock.peer.addr'],
  clientPort: ['client.port', 'source.port'],
  httpRequestMethod: ['http.request.method_original', 'http.request.method', 'http.method'],
  url: ['url.full', 'url.original', 'http.url', 'http.target'],
  urlPath: 'url.path',
  urlQuery: 'url.query',
  urlScheme: ['url.scheme', 'http.scheme'],
  serverAddress: ['http.request.header.host', 'url.domain', 'http.host'],
  serverPort: 'url.port',
  networkProtocolVersion: ['network.protocol.version', 'http.flavor'],
  httpResponseStatusCode: ['http.response.status_code', 'http.status_code', 'aws.elb.status.code'],
  httpResponseSize: 'http.response.size',
  httpResponseBodySize: ['http.response.body.size', 'http.response_content_length'],
  httpRequestSize: 'http.request.size',
  userAgentOriginal: ['user_agent.original', 'http.user_agent'],
  requestId: [
    'azure.service.request.id',
    'aws.request_id',
    'aws.elb.aws_trace_id',
    'http.request.id',
    'http.request.header.x-request-id',
    'log.record.uid',
  ],
  traceId: 'traceId',
  sessionKey: 'session.id',
  accountKey: ['enduser.id', 'user.id', 'user.name'],
  tlsProtocolVersion: ['tls.protocol.version', 'tls.protocol.original'],
  tlsCipher: 'tls.cipher',
  tlsClientJa3: ['tls.client.ja3', 'tls.client.hash'],
  tlsClientJa4: 'tls.client.ja4',
  cacheStatus: 'azure.cdn.cache.outcome',
  edgeLocation: 'azure.cdn.edge.name',
  clientAsn: 'client.as.number',
  clientCountry: ['client.geo.country_iso_code', 'geo.country.iso_code'],
};

const HEADER = 'http.request.header.';

function headerOf(key: string): string {
  return key.startsWith(HEADER) ? key.slice(HEADER.length) : '';
}

function settle(request: RawRequest, fields: JsonRecord, parts: JsonRequest): RejectReason | null {
  settleTarget(request, parts);
  if (request.method === '' && request.target === '') return 'missing_field:request';
  settleScheme(request, fields);
  settleHost(request, fields);
  settleClient(request);
  settleTls(request, fields);
  request.durationMs = otlpDuration(fields, ownValue(fields, RESOURCE));
  request.eventTimeKind = otlpTimeKind(fields, ownValue(fields, SCOPE));
  return null;
}

/** What Application Gateway v1 writes behind the visitor's query, from here to the end. */
const ROUTING = /(?:^|&)X-AzureApplicationGateway-/;

function settleTarget(request: RawRequest, parts: JsonRequest): void {
  useOriginForm(request);
  const routing = parts.query.search(ROUTING);
  if (routing >= 0 && parts.url === '') {
    const query = parts.query.slice(0, routing);
    request.target = query === '' ? parts.path : `${parts.path}?${query}`;
  }
  if (request.target !== '') request.requestLine = `${request.method} ${request.target}`;
}

/** S3's encoding puts `HTTP/1.1` where the scheme belongs. */
function settleScheme(request: RawRequest, fields: JsonRecord): void {
  if (request.scheme.startsWith('http/')) {
    request.protocolVersion ||= request.scheme.slice('http/'.length);
    request.scheme = '';
  }
  const tls = textOf(ownValue(fields, 'tls.enabled')).toLowerCase();
  if (tls === 'on' || tls === 'off') request.scheme ||= tls === 'on' ? 'https' : 'http';
  if (textOf(ownValue(fields, 'network.protocol.name')) === 'https') request.scheme ||= 'https';
}

/** Clouds' encodings name the backend `server.address`; elsewhere it is the host asked for. */
function settleHost(request: RawRequest, fields: JsonRecord): void {
  if (request.host !== '') return;
  const isCloud = Object.keys(fields).some(
    (key) => key.startsWith('azure.') || key.startsWith('gcp.'),
  );
  request.host = textOf(ownValue(fields, isCloud ? 'host.name' : 'server.address'));
  const port = Number(textOf(ownValue(fields, 'server.port')) || NaN);
  if (!isCloud && request.host !== '' && Number.isInteger(port)) request.port ??= port;
}

/** A client that is not the peer was read out of a header. */
function settleClient(request: RawRequest): void {
  if (request.peer === '' || request.peer === request.client) return;
  request.forwardedFor ||= request.client;
  detailsOf(request).clientClaimed = true;
}

/** Google Cloud's TLS attributes are in a map of their own. */
function settleTls(request: RawRequest, fields: JsonRecord): void {
  const details = detailsOf(request);
  const tls = ownRecord(fields, 'gcp.load_balancing.tls_info');
  if (tls !== null) {
    details.tlsProtocol ||= textOf(ownValue(tls, 'tls.protocol.name'));
    details.tlsCipher ||= textOf(ownValue(tls, 'tls.cipher'));
  }
  if (ownValue(fields, 'gcp.cache.hit') === true) details.cacheStatus = 'hit';
  else if (ownValue(fields, 'gcp.cache.lookup') === true) details.cacheStatus = 'miss';
}
