import { type JsonLogFormat } from '../json-log-format.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { splitClientPort } from '../scan/json-client-port.js';
import { lastAddress } from '../scan/json-last-address.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';

/**
 * Envoy's access log as JSON, whose keys its owner names: Envoy Gateway's (header names such as
 * `:authority`), Istio's and Contour's (`x_forwarded_for`), in snake or camel case. The time is the start,
 * `duration` milliseconds, byte counts are bodies. Connections without HTTP are skipped.
 */
export const envoyJson: JsonLogFormat = {
  name: 'envoy_json',
  recognises: (record) =>
    'response_flags' in record ||
    'responseFlags' in record ||
    'downstream_remote_address' in record ||
    'downstreamRemoteAddress' in record ||
    ('upstream_cluster' in record && 'response_code' in record),
  createReader: () =>
    createMappedReader({ names: NAMES, timeKind: 'start', certain: true, headerOf, settle }),
};

const NAMES = {
  eventStartTime: ['start_time', '@timestamp', 'timestamp', 'time'],
  clientAddress: [
    'downstream_remote_address',
    'downstream_remote_address_without_port',
    'downstream_remote_ip',
    'remote_address',
    'client_ip',
    'client_address',
    'remote_addr',
  ],
  networkPeerAddress: [
    'downstream_direct_remote_address',
    'downstream_direct_remote_address_without_port',
  ],
  clientPort: 'downstream_remote_port',
  httpRequestMethod: ['method', 'request_method'],
  url: [
    'x-envoy-original-path',
    'x-envoy-origin-path',
    'original_path',
    'path',
    'request_path',
    'uri',
  ],
  urlScheme: ['scheme', 'request_scheme', 'x-forwarded-proto'],
  serverAddress: ['authority', 'host', 'request_authority', 'requested_server_name'],
  networkProtocolVersion: ['protocol', 'request_protocol'],
  httpResponseStatusCode: ['response_code', 'status', 'status_code', 'code'],
  httpResponseBodySize: ['bytes_sent', 'response_body_bytes'],
  httpResponseSize: 'downstream_wire_bytes_sent',
  httpRequestSize: 'downstream_wire_bytes_received',
  userAgentOriginal: ['user-agent', 'request_user_agent'],
  httpRequestReferer: ['referer', 'request_referer'],
  httpRequestXForwardedFor: 'x-forwarded-for',
  durationMs: ['duration', 'duration_ms', 'request_duration', 'total_duration'],
  requestId: ['x-request-id', 'request_id'],
  traceId: ['trace_id', 'x-b3-traceid'],
  apiClient: ['downstream_peer_subject', 'downstream_peer_uri_san'],
  tlsProtocolVersion: ['downstream_tls_version', 'tls_version'],
  tlsCipher: ['downstream_tls_cipher', 'tls_cipher'],
  tlsClientJa3: ['tls_ja3_fingerprint', 'downstream_tls_ja3_fingerprint', 'ja3_fingerprint', 'ja3'],
  tlsClientJa4: ['tls_ja4_fingerprint', 'downstream_tls_ja4_fingerprint', 'ja4_fingerprint', 'ja4'],
};

/** Headers that Envoy itself writes. */
const OWN_HEADERS = 'x-envoy-';
/** Fields by other names. */
const NO_HEADERS = new Set(['user-agent', 'x-forwarded-for']);

/** A key spelled like a header is one: no operator of Envoy has a hyphen in its name. */
function headerOf(key: string): string {
  const name = key.toLowerCase();
  const header = name.includes('-') || name === 'cookie' || name === 'authorization';
  return header && !name.startsWith(OWN_HEADERS) && !NO_HEADERS.has(name) ? name : '';
}

function settle(request: RawRequest): RejectReason | null {
  if (request.method === '' && request.target === '' && request.status === 0) return 'skipped:tcp';
  splitClientPort(request);
  if (request.client === '' && request.forwardedFor !== '') {
    request.client = lastAddress(request.forwardedFor);
    detailsOf(request).clientClaimed = true;
  }
  return null;
}
