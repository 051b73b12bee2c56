import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { durationMs } from '../scan/json-duration.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { joinTarget } from '../scan/json-target.js';
import { ownRecord, ownValue, textOf } from '../scan/json-value.js';

/**
 * Azure Application Gateway: one record of Azure's `records[]`. `timeTaken` is milliseconds in v1 and
 * seconds in v2, under the same key. v1 adds its own routing to `requestQuery`, which is not the
 * visitor's; where URLs are rewritten, `originalRequestUriWithArgs` is what was asked for. Sizes are
 * totals. Which instant the time is, Azure does not say.
 */
export const azureAppGateway: JsonLogFormat = {
  name: 'azure_app_gateway',
  recognises: (record) => 'properties' in record && /^applicationgateway/i.test(categoryOf(record)),
  createReader: () =>
    createMappedReader({ names: NAMES, timeKind: 'unknown', certain: true, settle }),
};

function categoryOf(record: JsonRecord): string {
  const category = ownValue(record, 'category') ?? ownValue(record, 'Category');
  return typeof category === 'string' ? category : '';
}

const NAMES = {
  eventTime: ['time', 'timestamp', 'TimeGenerated', 'properties.time'],
  clientAddress: ['properties.clientIP', 'properties.clientIp'],
  clientPort: 'properties.clientPort',
  httpRequestMethod: 'properties.httpMethod',
  serverAddress: ['properties.originalHost', 'properties.host', 'properties.hostname'],
  networkProtocolVersion: 'properties.httpVersion',
  httpResponseStatusCode: ['properties.httpStatus', 'properties.httpStatusCode'],
  httpResponseSize: 'properties.sentBytes',
  httpRequestSize: 'properties.receivedBytes',
  userAgentOriginal: 'properties.userAgent',
  httpRequestReferer: ['properties.referer', 'properties.referrer'],
  httpRequestXForwardedFor: ['properties.xForwardedFor', 'properties.x-forwarded-for'],
  requestId: ['properties.transactionId', 'properties.transactionID'],
  tlsProtocolVersion: 'properties.sslProtocol',
  tlsCipher: 'properties.sslCipher',
};

function settle(request: RawRequest, record: JsonRecord): RejectReason | null {
  const category = categoryOf(record);
  if (category !== '' && !/accesslog$/i.test(category)) return 'skipped:message';
  const properties = ownRecord(record, 'properties') ?? {};
  request.target = targetOf(properties);
  request.requestLine = `${request.method} ${request.target}`;
  request.durationMs = durationMs(ownValue(properties, 'timeTaken'), isV1(properties) ? 1 : 1000);
  const tls = textOf(ownValue(properties, 'sslEnabled')).toLowerCase();
  if (tls === 'on' || tls === 'off') request.scheme = tls === 'on' ? 'https' : 'http';
  return null;
}

/** What v1 writes behind the visitor's query, from here to the end. */
const ROUTING = /(?:^|&)(?:X-AzureApplicationGateway-|SERVER-ROUTED=|SERVER-STATUS=)/;

function targetOf(properties: JsonRecord): string {
  const original = textOf(ownValue(properties, 'originalRequestUriWithArgs'));
  if (original !== '') return original;
  const path = textOf(ownValue(properties, 'requestUri'));
  const logged = textOf(ownValue(properties, 'requestQuery'));
  const routing = logged.search(ROUTING);
  return joinTarget(path, routing < 0 ? logged : logged.slice(0, routing));
}

/** v1's instances are roles, and its query tells of routing; v2's are `appgw_0` and the like. */
function isV1(properties: JsonRecord): boolean {
  const instance = textOf(ownValue(properties, 'instanceId'));
  if (instance.startsWith('ApplicationGatewayRole')) return true;
  if (/^appgw/i.test(instance)) return false;
  return ROUTING.test(textOf(ownValue(properties, 'requestQuery')));
}
