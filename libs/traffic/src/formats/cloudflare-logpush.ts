import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawDetails } from '../raw-details.js';
import { type RawRequest } from '../raw-request.js';
import { cookieHeaderOf } from '../scan/json-headers.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { ownValue, textOf } from '../scan/json-value.js';

/**
 * Cloudflare Logpush, data set `http_requests`: whichever of its fields were chosen. The time is the
 * start; timestamps are RFC 3339, seconds or nanoseconds, as numbers or texts. `ClientRequestURI` is what
 * was asked for, `ClientRequestPath` what rules made of it. Where Logpush was told to write `x{` for `${`
 * (CVE-2021-44228), it stays so.
 */
export const cloudflareLogpush: JsonLogFormat = {
  name: 'cloudflare_logpush',
  recognises: (record) =>
    'EdgeStartTimestamp' in record ||
    'EdgeEndTimestamp' in record ||
    'EdgeResponseStatus' in record ||
    'ClientRequestURI' in record ||
    'ClientRequestHost' in record,
  createReader: () =>
    createMappedReader({ names: NAMES, timeKind: 'start', certain: true, settle }),
};

const NAMES = {
  eventStartTime: 'EdgeStartTimestamp',
  eventEndTime: 'EdgeEndTimestamp',
  clientAddress: 'ClientIP',
  clientPort: 'ClientSrcPort',
  httpRequestMethod: 'ClientRequestMethod',
  url: ['ClientRequestURI', 'ClientRequestPath'],
  urlScheme: 'ClientRequestScheme',
  serverAddress: 'ClientRequestHost',
  networkProtocolVersion: 'ClientRequestProtocol',
  httpResponseStatusCode: 'EdgeResponseStatus',
  httpResponseBodySize: 'EdgeResponseBodyBytes',
  httpResponseSize: 'EdgeResponseBytes',
  httpRequestSize: 'ClientRequestBytes',
  userAgentOriginal: 'ClientRequestUserAgent',
  httpRequestReferer: 'ClientRequestReferer',
  requestId: 'RayID',
  apiClient: 'ClientMTLSAuthCertFingerprint',
  tlsProtocolVersion: 'ClientSSLProtocol',
  tlsCipher: 'ClientSSLCipher',
  tlsClientJa3: 'JA3Hash',
  tlsClientJa4: 'JA4',
  upstreamBotScore: 'BotScore',
  upstreamBotSource: 'BotScoreSrc',
  upstreamBotTags: 'BotTags',
  cacheStatus: 'CacheCacheStatus',
  edgeLocation: 'EdgeColoCode',
  clientAsn: 'ClientASN',
  clientCountry: 'ClientCountry',
  requestHeaders: 'RequestHeaders',
};

function settle(request: RawRequest, record: JsonRecord): null {
  const details = detailsOf(request);
  if (isSubrequest(record)) details.duplicateMark = 'subrequest';
  const category = textOf(ownValue(record, 'VerifiedBotCategory'));
  if (category !== '') details.botTags = [...details.botTags, category];
  if (details.tlsProtocol === 'none') details.tlsProtocol = '';
  if (details.tlsCipher === 'NONE') details.tlsCipher = '';
  keepCookies(details, record);
  return null;
}

/** Fetches of workers and of Cloudflare's own features repeat what the visitor's request already says. */
function isSubrequest(record: JsonRecord): boolean {
  const worker = ownValue(record, 'WorkerSubrequest');
  if (worker === true || worker === 'true') return true;
  const source = textOf(ownValue(record, 'ClientRequestSource')).toLowerCase();
  return source !== '' && source !== 'eyeball' && source !== 'unknown';
}

function keepCookies(details: RawDetails, record: JsonRecord): void {
  const cookies = cookieHeaderOf(ownValue(record, 'Cookies'));
  if (cookies === '' || details.headers?.has('cookie') === true) return;
  details.headers = new Map([...(details.headers ?? []), ['cookie', cookies]]);
}
