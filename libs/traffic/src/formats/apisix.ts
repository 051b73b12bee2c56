import { DEFAULT_JSON_FIELD_MAP } from '../default-json-field-map.js';
import { type JsonLogFormat } from '../json-log-format.js';
import { type RawRequest } from '../raw-request.js';
import { readGatewayUrl } from '../scan/json-gateway.js';
import { type JsonRecord } from '../json-record.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { isRecord } from '../scan/json-value.js';

/**
 * Apache APISIX's kafka-logger (and http-logger and their kind): its default object, or a `log_format` of
 * the owner's, of nginx variables under the owner's names. `start_time` is milliseconds, the start; the
 * other times are nginx's, the end. Sizes are totals, `latency` milliseconds.
 */
export const apisix: JsonLogFormat = {
  name: 'apisix',
  recognises: (record) =>
    'apisix_latency' in record ||
    ('route_id' in record &&
      ('client_ip' in record || 'service_id' in record || isRecord(record['request']))),
  createReader: (source) =>
    createMappedReader({
      names: NAMES,
      ownNames: source.fieldMap,
      timeKind: 'end',
      certain: true,
      settle,
    }),
};

const NAMES = {
  ...DEFAULT_JSON_FIELD_MAP,
  httpRequestMethod: ['request.method', ...namesOf('httpRequestMethod')],
  url: ['request.uri', ...namesOf('url')],
  httpResponseStatusCode: ['response.status', ...namesOf('httpResponseStatusCode')],
  httpResponseBodySize: ['body_bytes_sent', 'response_body_size'],
  httpResponseSize: ['response.size', 'bytes_sent'],
  httpRequestSize: ['request.size', ...namesOf('httpRequestSize')],
  durationMs: ['latency', ...namesOf('durationMs')],
  apiClient: ['consumer.username', 'consumer_name', ...namesOf('apiClient')],
  requestHeaders: ['request.headers', 'request_headers', 'headers'],
};

function namesOf(field: keyof typeof DEFAULT_JSON_FIELD_MAP): readonly string[] {
  const names = DEFAULT_JSON_FIELD_MAP[field] ?? [];
  return typeof names === 'string' ? [names] : names;
}

function settle(request: RawRequest, record: JsonRecord): null {
  readGatewayUrl(request, record);
  return null;
}
