import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { useOriginForm } from '../scan/json-origin-form.js';
import { type JsonRequest } from '../scan/json-request.js';
import { joinTarget } from '../scan/json-target.js';
import { isRecord } from '../scan/json-value.js';

/**
 * Elastic Common Schema, nested, dotted, or a mixture. `url.path` and `url.query` are as the document has
 * them, that is often decoded; `url.original` stands in for them. Documents without a URL are requests
 * that were none (408). `@timestamp` is the start, unless the document tells an end of its own and no start.
 */
export const ecsJson: JsonLogFormat = {
  name: 'ecs_json',
  recognises: (record) =>
    '@timestamp' in record &&
    ('http.request.method' in record ||
      'http.response.status_code' in record ||
      'url.original' in record ||
      'url.path' in record ||
      isRecord(record['http']) ||
      isRecord(record['url'])),
  createReader: (source) =>
    createMappedReader({
      names: NAMES,
      ownNames: source.fieldMap,
      timeKind: 'start',
      certain: true,
      settle,
    }),
};

const NAMES = {
  eventTime: '@timestamp',
  eventStartTime: 'event.start',
  eventEndTime: 'event.end',
  clientAddress: [
    'client.ip',
    'client.address',
    'source.ip',
    'source.address',
    'client.domain',
    'source.domain',
  ],
  networkPeerAddress: ['source.ip', 'source.address'],
  clientPort: ['client.port', 'source.port'],
  httpRequestMethod: 'http.request.method',
  request: 'url.original',
  url: 'url.full',
  urlPath: 'url.path',
  urlQuery: 'url.query',
  urlScheme: 'url.scheme',
  serverAddress: ['url.domain', 'destination.domain'],
  serverPort: 'url.port',
  networkProtocolVersion: ['http.version', 'network.protocol.version'],
  httpResponseStatusCode: 'http.response.status_code',
  httpResponseBodySize: 'http.response.body.bytes',
  httpResponseSize: 'http.response.bytes',
  httpRequestSize: 'http.request.bytes',
  userAgentOriginal: 'user_agent.original',
  httpRequestReferer: 'http.request.referrer',
  httpRequestXForwardedFor: 'network.forwarded_ip',
  durationNs: 'event.duration',
  requestId: 'http.request.id',
  traceId: 'trace.id',
  accountKey: ['user.name', 'user.id'],
  sessionKey: 'session.id',
  tlsProtocolVersion: 'tls.version',
  tlsCipher: 'tls.cipher',
  tlsClientJa3: 'tls.client.ja3',
  tlsClientJa4: 'tls.client.ja4',
  clientAsn: ['client.as.number', 'source.as.number'],
  clientCountry: ['client.geo.country_iso_code', 'source.geo.country_iso_code'],
  requestHeaders: 'http.request.headers',
};

function settle(request: RawRequest, _record: JsonRecord, parts: JsonRequest): null {
  // Old versions of the schema had it in lower case.
  request.method = request.method.toUpperCase();
  settleUrl(request, parts);
  const startIsLogged = parts.startTime !== 0 && parts.startTime === request.eventTime;
  if (parts.endTime !== 0 && !startIsLogged) request.eventTimeKind = 'end';
  return null;
}

/** A decoded path may have a question mark that begins no query. */
function settleUrl(request: RawRequest, parts: JsonRequest): void {
  if (parts.path !== '') {
    request.target = joinTarget(parts.path.replaceAll('?', '%3F'), parts.query);
  } else if (parts.url !== '') {
    useOriginForm(request);
  }
  if (request.target !== '') request.requestLine = `${request.method} ${request.target}`;
}
