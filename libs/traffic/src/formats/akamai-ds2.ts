import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { akamaiTarget, akamaiText } from '../scan/json-akamai-text.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { numberOf, ownValue, textOf } from '../scan/json-value.js';

/**
 * Akamai DataStream 2 as JSON: every value a text, percent-encoded with `+` for a space (IPv6 addresses
 * too), or left plain by whoever shipped it. `reqTimeSec` is when the edge took the request; `bytes` is
 * the body, `totalBytes` all of the response; `reqPath` has no leading slash.
 */
export const akamaiDs2: JsonLogFormat = {
  name: 'akamai_ds2',
  recognises: (record) => 'reqTimeSec' in record || ('streamId' in record && 'cliIP' in record),
  createReader: () =>
    createMappedReader({ names: NAMES, timeKind: 'start', certain: true, headerOf, settle }),
};

const NAMES = {
  eventTime: 'reqTimeSec',
  clientAddress: 'cliIP',
  httpRequestMethod: 'reqMethod',
  serverAddress: 'reqHost',
  serverPort: 'reqPort',
  httpResponseStatusCode: 'statusCode',
  httpResponseBodySize: 'bytes',
  httpResponseSize: 'totalBytes',
  userAgentOriginal: 'UA',
  httpRequestReferer: 'referer',
  httpRequestXForwardedFor: 'xForwardedFor',
  requestId: 'reqId',
  networkProtocolVersion: ['proto', 'httpVersion', 'protocolVersion'],
  tlsProtocolVersion: 'tlsVersion',
  tlsCipher: ['tlsCipher', 'tlsCipherSuite'],
  tlsClientJa3: 'ja3',
  tlsClientJa4: 'ja4',
  upstreamBotScore: 'botScore',
  cacheStatus: 'cacheStatus',
  clientAsn: 'asn',
  clientCountry: 'country',
};

const HEADERS = new Map([
  ['accLang', 'accept-language'],
  ['cookie', 'cookie'],
  ['range', 'range'],
]);

function headerOf(key: string): string {
  return HEADERS.get(key) ?? '';
}

function settle(request: RawRequest, record: JsonRecord): null {
  request.client = akamaiText(request.client);
  request.host = akamaiText(request.host);
  request.userAgent = akamaiText(request.userAgent);
  request.referer = akamaiText(request.referer);
  request.forwardedFor = akamaiText(request.forwardedFor);
  request.target = akamaiTarget(
    textOf(ownValue(record, 'reqPath')),
    textOf(ownValue(record, 'queryStr')),
  );
  request.requestLine = `${request.method} ${request.target}`;
  request.durationMs = spentMs(record);
  const scheme = textOf(ownValue(record, 'proto')).toLowerCase();
  if (scheme === 'http' || scheme === 'https') request.scheme = scheme;
  const { headers } = detailsOf(request);
  if (headers !== null) {
    detailsOf(request).headers = new Map(
      [...headers].map(([name, value]) => [name, akamaiText(value)]),
    );
  }
  return null;
}

/** The parts in which a request's time is told, one after the other. */
const SPANS = ['reqEndTimeMSec', 'turnAroundTimeMSec', 'transferTimeMSec'];

/** From the first byte of the request to the last of the response; null where the latter is not told. */
function spentMs(record: JsonRecord): number | null {
  if (numberOf(ownValue(record, 'turnAroundTimeMSec')) === null) return null;
  const spans = SPANS.map((key) => numberOf(ownValue(record, key)) ?? 0);
  return spans.reduce((sum, span) => sum + span, 0);
}
