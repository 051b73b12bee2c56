import { type DictionaryColumn } from './dictionary-column.js';
import { type EventColumns } from './event-columns.js';
import { type KnownRow } from './known-row.js';

/** Writes what was asked for, and the answer. */
export function writeKnownRequest(columns: EventColumns, row: number, known: KnownRow): void {
  columns.server_address.set(row, known.serverAddress);
  put(columns.http_request_method, row, known.method);
  put(columns.url_path, row, known.path);
  put(columns.url_query, row, known.query);
  put(columns.network_protocol_version, row, known.version);
  columns.http_response_status_code.set(row, known.status);
  columns.http_response_body_size.set(row, known.bodySize);
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
  put(columns.client_country, row, known.country);
  put(columns.user_agent_family, row, known.agentFamily);
  put(columns.user_agent_class, row, known.agentClass);
  put(columns.crawler, row, known.crawler);
  put(columns.crawler_verification, row, known.crawlerVerification);
}

function put(column: DictionaryColumn, row: number, entry: number): void {
  if (entry >= 0) column.setEntry(row, entry);
}
