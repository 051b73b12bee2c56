import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { durationMs } from '../scan/json-duration.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { isRecord, ownRecord } from '../scan/json-value.js';
import { cipherSuiteName } from '../scan/tls-cipher-suite.js';
import { tlsVersionName } from '../scan/tls-version.js';

/**
 * Caddy's access log: one object a line with the request nested in it. `ts` is the end of the request,
 * `duration` seconds, `size` the body. `client_ip` is who Caddy's own trusted proxies say it was,
 * `remote_ip` the peer; before 2.5 there was `remote_addr` with the port.
 */
export const caddyJson: JsonLogFormat = {
  name: 'caddy_json',
  recognises: (record) => {
    const request = 'request' in record ? record['request'] : null;
    return isRecord(request) && ('remote_ip' in request || 'remote_addr' in request);
  },
  createReader: () => createMappedReader({ names: NAMES, timeKind: 'end', certain: true, settle }),
};

const NAMES = {
  eventTime: ['ts', 'time', 'timestamp'],
  clientAddress: ['request.client_ip', 'request.remote_ip', 'request.remote_addr'],
  networkPeerAddress: ['request.remote_ip', 'request.remote_addr'],
  clientPort: 'request.remote_port',
  httpRequestMethod: 'request.method',
  url: 'request.uri',
  serverAddress: 'request.host',
  networkProtocolVersion: 'request.proto',
  httpResponseStatusCode: 'status',
  httpResponseBodySize: 'size',
  durationSeconds: 'duration',
  requestId: ['uuid', 'request_id'],
  accountKey: 'user_id',
  apiClient: 'request.tls.client_common_name',
  requestHeaders: 'request.headers',
};

/** Where durations are configured as nanoseconds: no request takes a day in whole seconds. */
const LONGEST_SECONDS = 86_400;

function settle(request: RawRequest, record: JsonRecord): RejectReason | null {
  // The error log tells of the same request once more.
  const logger = record['logger'];
  if (typeof logger === 'string' && logger.startsWith('http.log.error')) return 'skipped:message';
  if (request.client !== request.peer && request.details !== null) {
    request.details.clientPort = null;
  }
  const duration = record['duration'];
  if (typeof duration === 'number' && duration > LONGEST_SECONDS) {
    request.durationMs = durationMs(duration, 1e-6);
  }
  readTls(request, ownRecord(ownRecord(record, 'request'), 'tls'));
  return null;
}

function readTls(request: RawRequest, tls: JsonRecord | null): void {
  if (tls === null) return;
  const details = detailsOf(request);
  request.scheme = 'https';
  details.tlsProtocol = tlsVersionName(tls['version']);
  details.tlsCipher = cipherSuiteName(tls['cipher_suite']);
}
