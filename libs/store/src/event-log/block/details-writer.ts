import { type EventDetails } from '#libs/traffic';
import { type EventColumns } from './event-columns.js';

/** Writes what only some formats log. */
export function writeDetails(columns: EventColumns, row: number, details: EventDetails): void {
  columns.client_port.set(row, details.clientPort ?? 0);
  if (details.httpResponseSize !== null)
    columns.http_response_size.set(row, details.httpResponseSize);
  columns.http_request_headers.set(row, details.httpRequestHeaders);
  columns.http_request_header_names.set(row, details.httpRequestHeaderNames);
  columns.tls_protocol_version.set(row, details.tlsProtocolVersion);
  columns.tls_cipher.set(row, details.tlsCipher);
  columns.tls_client_ja3.set(row, details.tlsClientJa3);
  columns.tls_client_ja4.set(row, details.tlsClientJa4);
  if (details.upstreamBotScore !== null) {
    columns.upstream_bot_score.set(row, details.upstreamBotScore);
  }
  columns.upstream_bot_source.set(row, details.upstreamBotSource);
  columns.upstream_bot_tags.set(row, details.upstreamBotTags);
  columns.cache_status.set(row, details.cacheStatus);
  columns.edge_location.set(row, details.edgeLocation);
  columns.trace_id.set(row, details.traceId);
  columns.duplicate_mark.set(row, details.duplicateMark);
  columns.sample_rate.set(row, details.sampleRate);
  columns.client_asn.set(row, details.clientAsn ?? 0);
  columns.client_country.set(row, details.clientCountry);
  columns.fapi_interaction_id.set(row, details.fapiInteractionId);
  columns.fapi_customer_address.set(row, details.fapiCustomerAddress);
  columns.consent_key.set(row, details.consentKey);
}
