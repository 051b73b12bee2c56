import { type DictionaryColumn } from './dictionary-column.js';
import { type EventColumns } from './event-columns.js';
import { type KnownDetails } from './known-details.js';
import { type KnownRow } from './known-row.js';

const FLOAT32_MAX = 3.4e38;

/** Writes what was asked for, and the answer. */
export function writeKnownRequest(columns: EventColumns, row: number, known: KnownRow): void {
  const server = known.details?.server ?? -1;
  if (server < 0) columns.server_address.set(row, known.serverAddress);
  else columns.server_address.setEntry(row, server);
  put(columns.http_request_method, row, known.method);
  put(columns.url_path, row, known.path);
  put(columns.url_query, row, known.query);
  put(columns.network_protocol_version, row, known.version);
  columns.http_response_status_code.set(row, known.status);
  if (known.bodySize >= 0) columns.http_response_body_size.set(row, known.bodySize);
  put(columns.url_path_template, row, known.template);
  put(columns.url_path_role, row, known.role);
  put(columns.request_probe, row, known.probe);
}

/** Writes who asked. */
export function writeKnownVisitor(columns: EventColumns, row: number, known: KnownRow): void {
  const address = columns.client_address;
  address.setQuarter(row, 0, known.address0);
  address.setQuarter(row, 1, known.address1);
  address.setQuarter(row, 2, known.address2);
  address.setQuarter(row, 3, known.address3);
  columns.account_key.set(row, known.accountKey);
  put(columns.user_agent_original, row, known.agent);
  put(columns.http_request_referer, row, known.referer);
  columns.client_asn.set(row, known.asn);
  const told = known.details?.country ?? -1;
  put(columns.client_country, row, told < 0 ? known.country : told);
  put(columns.user_agent_family, row, known.agentFamily);
  put(columns.user_agent_class, row, known.agentClass);
  put(columns.crawler, row, known.crawler);
  put(columns.crawler_verification, row, known.crawlerVerification);
}

/** Writes what only some formats log; the host is among the request, the kind of the time with the time. */
export function writeKnownDetails(columns: EventColumns, row: number, details: KnownDetails): void {
  put(columns.url_scheme, row, details.scheme);
  if (details.serverPort > 0) columns.server_port.set(row, details.serverPort);
  if (details.clientPort > 0) columns.client_port.set(row, details.clientPort);
  if (details.requestSize >= 0) columns.http_request_size.set(row, details.requestSize);
  if (details.responseSize >= 0) columns.http_response_size.set(row, details.responseSize);
  // Not so of NaN.
  if (details.durationMs <= FLOAT32_MAX) columns.duration_ms.set(row, details.durationMs);
  columns.session_key.set(row, details.sessionKey);
  columns.consent_key.set(row, details.consentKey);
  putNames(columns, row, details);
  putParts(columns, row, details);
}

function putNames(columns: EventColumns, row: number, details: KnownDetails): void {
  put(columns.api_client, row, details.apiClient);
  put(columns.tls_protocol_version, row, details.tlsVersion);
  put(columns.tls_cipher, row, details.tlsCipher);
  put(columns.tls_client_ja3, row, details.ja3);
  put(columns.tls_client_ja4, row, details.ja4);
  put(columns.cache_status, row, details.cacheStatus);
  put(columns.edge_location, row, details.edgeLocation);
}

function putParts(columns: EventColumns, row: number, details: KnownDetails): void {
  const { line } = details;
  columns.request_id.setPart(row, line, details.requestIdStart, details.requestIdEnd);
  columns.trace_id.setPart(row, line, details.traceIdStart, details.traceIdEnd);
  const { forwardedForStart, forwardedForEnd } = details;
  columns.http_request_x_forwarded_for.setPart(row, line, forwardedForStart, forwardedForEnd);
}

function put(column: DictionaryColumn, row: number, entry: number): void {
  if (entry >= 0) column.setEntry(row, entry);
}
