import { DEFAULT_JSON_FIELD_MAP, type JsonField } from '../json-field-map.js';
import { type JsonLogFormat } from '../json-log-format.js';
import { emptyRawRequest, type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { compileKeys, JsonFields } from '../scan/json-fields.js';
import { logTime } from '../scan/log-time.js';
import { parseRequestLine, protocolVersion } from '../scan/request-line.js';
import { type Source } from '../source.js';

/**
 * One JSON object a line, as nginx writes it with a `log_format … escape=json` of the owner's design:
 * hence a field map. The time is the end of the request (`$msec`, `$time_iso8601`, `$time_local`).
 */
export const nginxJson: JsonLogFormat = {
  name: 'nginx_json',
  recognises: () => true,
  createReader: (source) => {
    const keys = compileKeys(keysOf(source));
    return (record) => readFields(new JsonFields(record, keys));
  },
};

function keysOf(source: Source): Record<JsonField, readonly string[]> {
  const keys: Record<JsonField, readonly string[]> = { ...DEFAULT_JSON_FIELD_MAP };
  for (const [field, key] of Object.entries(source.fieldMap ?? {})) {
    const own = typeof key === 'string' ? [key] : key;
    if (Object.hasOwn(keys, field))
      keys[field as JsonField] = [...own, ...keys[field as JsonField]];
  }
  return keys;
}

function readFields(fields: JsonFields): RawRequest | RejectReason {
  const time = fields.value('eventTime');
  if (time === undefined) return 'missing_field:event_time';
  const request = emptyRawRequest();
  request.eventTime = logTime(time);
  request.eventTimeKind = 'end';
  if (Number.isNaN(request.eventTime)) return 'bad_time';
  request.client = fields.text('clientAddress');
  request.peer = fields.text('networkPeerAddress');
  readRequest(fields, request);
  if (
    request.requestLine === '' &&
    request.target === '' &&
    fields.value('request') === undefined
  ) {
    return 'missing_field:request';
  }
  request.status = statusOf(fields);
  if (Number.isNaN(request.status)) return 'bad_status';
  readSite(fields, request);
  readHeaders(fields, request);
  readMeasures(fields, request);
  return request;
}

const NOT_HTTP = { method: '', target: '', version: '' };

function readRequest(fields: JsonFields, request: RawRequest): void {
  request.requestLine = fields.text('request');
  const parts = parseRequestLine(request.requestLine) ?? NOT_HTTP;
  request.method = fields.text('httpRequestMethod') || parts.method;
  request.target = targetOf(fields) || parts.target;
  request.protocolVersion = protocolVersion(fields.text('networkProtocolVersion')) || parts.version;
  if (request.requestLine === '' && request.target !== '') {
    request.requestLine = `${request.method} ${request.target}`;
  }
}

/** `url` alone, or path and query put together; the request line where neither is logged. */
function targetOf(fields: JsonFields): string {
  const url = fields.text('url');
  const path = url === '' ? fields.text('urlPath') : url;
  const query = fields.text('urlQuery');
  if (path === '' || query === '' || path.includes('?')) return path;
  return `${path}?${query.startsWith('?') ? query.slice(1) : query}`;
}

function statusOf(fields: JsonFields): number {
  const value = fields.value('httpResponseStatusCode');
  if (value === undefined || value === '-' || value === '') return 0;
  const status = Number(value);
  return Number.isInteger(status) && status >= 0 && status <= 999 ? status : NaN;
}

function readSite(fields: JsonFields, request: RawRequest): void {
  request.host = fields.text('serverAddress');
  request.port = fields.number('serverPort');
  request.scheme = fields.text('urlScheme').toLowerCase();
}

function readHeaders(fields: JsonFields, request: RawRequest): void {
  request.userAgent = fields.text('userAgentOriginal');
  request.referer = fields.text('httpRequestReferer');
  request.forwardedFor = fields.text('httpRequestXForwardedFor');
  request.requestId = fields.text('requestId');
  request.session = fields.text('sessionKey');
  request.account = fields.text('accountKey');
  request.apiClient = fields.text('apiClient');
}

function readMeasures(fields: JsonFields, request: RawRequest): void {
  request.responseBodySize = fields.number('httpResponseBodySize');
  request.requestSize = fields.number('httpRequestSize');
  const seconds = fields.number('durationSeconds');
  request.durationMs =
    fields.number('durationMs') ?? (seconds === null ? null : Math.round(seconds * 1e6) / 1e3);
}
