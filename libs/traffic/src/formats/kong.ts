import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { readGatewayUrl } from '../scan/json-gateway.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { isRecord } from '../scan/json-value.js';

/**
 * Kong's kafka-log, http-log, file-log and their kind: one object a request. `started_at` is milliseconds,
 * the start; sizes are totals; `latencies.request` is the whole of it in milliseconds. The consumer is the
 * API client in whose name the request was made.
 */
export const kong: JsonLogFormat = {
  name: 'kong',
  recognises: (record) =>
    ('latencies' in record || 'started_at' in record) && isRecord(record['request']),
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
  eventTime: 'started_at',
  clientAddress: 'client_ip',
  httpRequestMethod: 'request.method',
  url: 'request.uri',
  networkProtocolVersion: ['request.http_version', 'request.protocol'],
  httpResponseStatusCode: ['response.status', 'upstream_status'],
  httpResponseSize: 'response.size',
  httpRequestSize: 'request.size',
  durationMs: 'latencies.request',
  requestId: ['request.id', 'correlation_id'],
  traceId: ['trace_id.w3c', 'trace_id.datadog', 'trace_id.b3', 'trace_id'],
  apiClient: ['consumer.username', 'consumer.custom_id', 'consumer.id', 'authenticated_entity.id'],
  tlsProtocolVersion: 'request.tls.version',
  tlsCipher: 'request.tls.cipher',
  requestHeaders: 'request.headers',
};

function settle(request: RawRequest, record: JsonRecord): null {
  readGatewayUrl(request, record);
  return null;
}
