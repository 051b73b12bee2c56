import { canonicalAddress } from './canonical-address.js';
import { type RawRequest } from './raw-request.js';
import { parseTarget } from './scan/request-target.js';

/**
 * A request as its line tells it, under the names of OpenTelemetry's HTTP attributes with `_` for `.`; what the line does
 * not tell is left out (status: 0). Nothing is redacted, hashed, or corrected, and no proxy is looked through: for comparing
 * what a format reads with what other programs read. `event_time` is RFC 3339, `duration_ms` milliseconds, sizes bytes.
 */
export type CanonicalRequest = Readonly<Record<string, string | number>>;

/** What a format read, in canonical names. */
export function canonicalRequest(raw: RawRequest): CanonicalRequest {
  const target = parseTarget(raw, '', Infinity);
  const told: Record<string, string | number | null | undefined> = {
    event_time: new Date(Math.round(raw.eventTime)).toISOString(),
    client_address: addressAsLogged(raw.client),
    client_port: raw.details?.clientPort ?? portOf(raw.client),
    network_peer_address: addressAsLogged(raw.peer),
    http_request_method: target.method,
    url_scheme: target.scheme,
    server_address: target.host,
    server_port: target.port,
    url_path: target.path,
    url_query: target.query,
    request_line_original: target.requestLine,
    network_protocol_version: raw.protocolVersion,
    http_response_status_code: raw.status,
    http_response_body_size: raw.responseBodySize,
    http_response_size: raw.details?.responseSize,
    http_request_size: raw.requestSize,
    user_agent_original: raw.userAgent,
    http_request_referer: raw.referer,
    x_forwarded_for: raw.forwardedFor,
    duration_ms: raw.durationMs,
    request_id: raw.requestId,
    user_name: raw.account,
    session: raw.session,
    api_client: raw.apiClient,
    ...canonicalDetails(raw),
  };
  return withoutGaps(told);
}

function canonicalDetails({ details }: RawRequest): Record<string, string | number | null> {
  if (details === null) return {};
  return {
    tls_protocol: details.tlsProtocol,
    tls_cipher: details.tlsCipher,
    tls_client_ja3: details.tlsJa3,
    tls_client_ja4: details.tlsJa4,
    cache_status: details.cacheStatus,
    edge_location: details.edgeLocation,
    trace_id: details.traceId,
    upstream_bot_score: details.botScore,
    upstream_bot_source: details.botScoreSource,
    client_asn: details.clientAsn,
    client_country: details.clientCountry,
    duplicate_mark: details.duplicateMark,
    sample_rate: details.sampleRate,
  };
}

function withoutGaps(
  told: Readonly<Record<string, string | number | null | undefined>>,
): CanonicalRequest {
  const fields = Object.entries(told).filter(
    (field): field is [string, string | number] =>
      field[1] !== '' && field[1] !== null && field[1] !== undefined,
  );
  return Object.fromEntries(fields);
}

/** Host names stay as they are. */
function addressAsLogged(text: string): string {
  return text === '-' ? '' : canonicalAddress(text) || text;
}

/** The port of `192.0.2.1:51234` and `[2001:db8::1]:443`. */
function portOf(client: string): number | null {
  const port = /^(?:[\d.]{7,15}|\[[^\]]{2,60}\]):(\d{1,5})$/.exec(client)?.[1];
  return port === undefined ? null : Number(port);
}
