import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { useOriginForm } from '../scan/json-origin-form.js';
import { ownValue, textOf } from '../scan/json-value.js';

/**
 * Azure Front Door (standard, premium, classic) and Azure CDN: one record of Azure's `records[]`. Numbers
 * are texts, durations seconds, sizes totals, the URI absolute with its port. The time is when the edge
 * had delivered. `clientIp` comes from X-Forwarded-For, which anybody can send; `socketIp` is the peer.
 */
export const azureFrontDoor: JsonLogFormat = {
  name: 'azure_front_door',
  recognises: (record) =>
    'properties' in record && /^(frontdoor|azurecdn)/i.test(categoryOf(record)),
  createReader: () => createMappedReader({ names: NAMES, timeKind: 'end', certain: true, settle }),
};

function categoryOf(record: JsonRecord): string {
  const category = ownValue(record, 'category') ?? ownValue(record, 'Category');
  return typeof category === 'string' ? category : '';
}

const NAMES = {
  eventTime: ['time', 'timestamp', 'TimeGenerated'],
  clientAddress: ['properties.clientIp', 'properties.clientIP', 'properties.ClientIp'],
  networkPeerAddress: ['properties.socketIp', 'properties.socketIP', 'properties.SocketIp'],
  clientPort: ['properties.clientPort', 'properties.ClientPort'],
  httpRequestMethod: ['properties.httpMethod', 'properties.HttpMethod'],
  url: ['properties.requestUri', 'properties.RequestUri'],
  serverAddress: ['properties.hostName', 'properties.sni', 'properties.endpoint'],
  networkProtocolVersion: ['properties.httpVersion', 'properties.HttpVersion'],
  httpResponseStatusCode: ['properties.httpStatusCode', 'properties.httpStatus'],
  httpResponseSize: ['properties.responseBytes', 'properties.ResponseBytes'],
  httpRequestSize: ['properties.requestBytes', 'properties.RequestBytes'],
  userAgentOriginal: ['properties.userAgent', 'properties.UserAgent'],
  httpRequestReferer: ['properties.referer', 'properties.referrer'],
  durationSeconds: ['properties.timeTaken', 'properties.TimeTaken'],
  requestId: ['properties.trackingReference', 'properties.TrackingReference'],
  tlsProtocolVersion: ['properties.securityProtocol', 'properties.SecurityProtocol'],
  tlsCipher: 'properties.securityCipher',
  tlsClientJa4: ['properties.clientJA4FingerPrint', 'properties.ja4'],
  cacheStatus: ['properties.cacheStatus', 'properties.CacheStatus'],
  edgeLocation: ['properties.pop', 'properties.Pop'],
  clientCountry: 'properties.clientCountry',
};

function settle(request: RawRequest, record: JsonRecord): RejectReason | null {
  const category = categoryOf(record);
  if (category !== '' && !/accesslog$/i.test(category)) return 'skipped:message';
  useOriginForm(request);
  if (request.scheme === '') request.scheme = requestScheme(record);
  if (request.details?.tlsCipher === 'N/A') request.details.tlsCipher = '';
  if (request.peer !== '' && request.peer !== request.client) {
    request.forwardedFor = request.client;
    detailsOf(request).clientClaimed = true;
  }
  return null;
}

function requestScheme(record: JsonRecord): string {
  const protocol = textOf(ownValue(ownValue(record, 'properties'), 'requestProtocol'));
  return /^https?$/i.test(protocol) ? protocol.toLowerCase() : '';
}
