import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { parseEndpoint } from '../scan/json-endpoint.js';
import { lastAddress } from '../scan/json-last-address.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { textOf } from '../scan/json-value.js';

/**
 * Traefik's access log as JSON. `StartUTC` is the start of the request, to the nanosecond; `time`, which
 * remains where it is dropped, is when the line was written. `Duration` is nanoseconds. Request headers
 * stand under `request_<Name>`, where they are kept at all.
 */
export const traefikJson: JsonLogFormat = {
  name: 'traefik_json',
  recognises: (record) =>
    'RequestMethod' in record || 'DownstreamStatus' in record || 'entryPointName' in record,
  createReader: () =>
    createMappedReader({
      names: NAMES,
      timeKind: 'start',
      headerOf: (key) => (key.startsWith('request_') ? key.slice('request_'.length) : ''),
      settle,
    }),
};

const NAMES = {
  eventTime: ['StartUTC', 'StartLocal', 'time'],
  clientAddress: ['ClientHost', 'ClientAddr'],
  networkPeerAddress: 'ClientAddr',
  clientPort: 'ClientPort',
  request: 'RequestLine',
  httpRequestMethod: 'RequestMethod',
  url: 'RequestPath',
  urlScheme: 'RequestScheme',
  serverAddress: ['RequestHost', 'RequestAddr'],
  serverPort: 'RequestPort',
  networkProtocolVersion: 'RequestProtocol',
  httpResponseStatusCode: ['DownstreamStatus', 'OriginStatus'],
  httpResponseBodySize: ['DownstreamContentSize', 'OriginContentSize'],
  durationNs: 'Duration',
  accountKey: 'ClientUsername',
  apiClient: 'TLSClientSubject',
  traceId: 'TraceId',
  tlsProtocolVersion: 'TLSVersion',
  tlsCipher: 'TLSCipher',
};

/**
 * `ClientHost` is the X-Forwarded-For header where the entry point trusts who sent it, else the peer; of
 * a list, Traefik's own peer wrote the last entry.
 */
function settle(request: RawRequest, record: JsonRecord): null {
  if (!Object.hasOwn(record, 'StartUTC') && !Object.hasOwn(record, 'StartLocal')) {
    request.eventTimeKind = 'end';
  }
  const host = textOf(record['ClientHost']);
  const peer = parseEndpoint(request.peer).address;
  const isForwarded = host.includes(',') || (peer !== '' && host !== peer);
  if (!isForwarded) return null;
  request.client = lastAddress(host);
  if (request.forwardedFor === '') request.forwardedFor = host;
  detailsOf(request).clientPort = null;
  return null;
}
