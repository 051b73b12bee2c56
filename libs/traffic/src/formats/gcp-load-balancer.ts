import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { splitClientPort } from '../scan/json-client-port.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { useOriginForm } from '../scan/json-origin-form.js';
import { isRecord, ownRecord, ownValue, textOf } from '../scan/json-value.js';

/**
 * Google Cloud's external load balancers: a LogEntry of Cloud Logging with an `httpRequest`. The time is
 * when the request came in, sizes are totals (as texts), the URL is absolute, the latency has its unit.
 */
export const gcpLoadBalancer: JsonLogFormat = {
  name: 'gcp_load_balancer',
  recognises: (record) => 'httpRequest' in record && isRecord(record['httpRequest']),
  createReader: () =>
    createMappedReader({ names: NAMES, timeKind: 'start', certain: true, settle }),
};

const SECURITY = 'jsonPayload.securityPolicyRequestData';

const NAMES = {
  eventTime: ['timestamp', 'receiveTimestamp'],
  clientAddress: ['httpRequest.remoteIp', 'jsonPayload.remoteIp'],
  httpRequestMethod: 'httpRequest.requestMethod',
  url: 'httpRequest.requestUrl',
  networkProtocolVersion: 'httpRequest.protocol',
  httpResponseStatusCode: 'httpRequest.status',
  httpResponseSize: 'httpRequest.responseSize',
  httpRequestSize: 'httpRequest.requestSize',
  userAgentOriginal: 'httpRequest.userAgent',
  httpRequestReferer: 'httpRequest.referer',
  durationSeconds: 'httpRequest.latency',
  requestId: 'insertId',
  tlsProtocolVersion: 'jsonPayload.tls.protocol',
  tlsCipher: 'jsonPayload.tls.cipher',
  tlsClientJa3: `${SECURITY}.tlsJa3Fingerprint`,
  tlsClientJa4: `${SECURITY}.tlsJa4Fingerprint`,
  upstreamBotScore: `${SECURITY}.recaptchaActionToken.score`,
  edgeLocation: 'jsonPayload.cacheId',
  clientAsn: `${SECURITY}.remoteIpInfo.asn`,
  clientCountry: `${SECURITY}.remoteIpInfo.regionCode`,
};

function settle(request: RawRequest, record: JsonRecord): null {
  splitClientPort(request);
  useOriginForm(request);
  const http = ownRecord(record, 'httpRequest');
  const details = detailsOf(request);
  details.cacheStatus = cacheStatus(http);
  if (details.botScore !== null) details.botScoreSource = 'recaptcha';
  const trace = textOf(ownValue(record, 'trace'));
  details.traceId = trace.slice(trace.lastIndexOf('/') + 1);
  return null;
}

/** Only what is so is logged: no `cacheLookup`, no cache. */
function cacheStatus(http: JsonRecord | null): string {
  if (ownValue(http, 'cacheHit') === true) return 'hit';
  return ownValue(http, 'cacheLookup') === true ? 'miss' : '';
}
