import { type AccessEvent } from '#libs/traffic';
import { type LogPosition, type StoredEnrichment, type StoredLine } from '../stored-line.js';
import { writeDetails } from './details-writer.js';
import { type EventColumns } from './event-columns.js';
import { type NullableColumn } from './nullable-column.js';
import { type KnownRow } from './known-row.js';
import { representableTime } from './representable-time.js';
import { writeKnownDetails, writeKnownRequest, writeKnownVisitor } from './write-known-row.js';

/** Event times this much ahead of the append time are not believed: a clock is wrong or a line is forged. Milliseconds. */
const MAX_AHEAD_MS = 5 * 60_000;

/** Characters of a rejected line that are kept: 64 KiB. */
const MAX_RAW = 65_536;

const TIME_KINDS = { unknown: 0, start: 1, end: 2 } as const;
const FLOAT32_MAX = 3.4e38;

/**
 * Writes lines into the columns of a block. An event time more than 5 minutes ahead of the append time,
 * more than `maxEventAgeMs` behind it, or beyond what the column can hold (then clamped) is stored with
 * `event_time_suspect = 1`.
 */
export class RowWriter {
  constructor(
    private readonly columns: EventColumns,
    private readonly maxEventAgeMs: number,
  ) {}

  write(row: number, line: StoredLine): void {
    const { columns } = this;
    const { position } = line;
    this.#writePosition(row, position, line.source);
    if (line.kind === 'reject') {
      columns.reject_reason.set(row, line.reason || 'unknown');
      columns.raw.set(row, line.raw.slice(0, MAX_RAW));
      return;
    }
    columns.source_format.set(row, line.format);
    columns.event_time_kind.set(row, TIME_KINDS[line.event.eventTimeKind]);
    this.#writeTime(row, line.event.eventTime, position.appendTime);
    this.#writeRequest(row, line.event);
    this.#writeResponse(row, line.event);
    this.#writeIdentity(row, line.event);
    if (line.event.details !== null) writeDetails(columns, row, line.event.details);
    if (line.enrichment !== undefined) this.#writeEnrichment(row, line.enrichment, line.event);
  }

  writeKnown(row: number, position: LogPosition, source: string, known: KnownRow): void {
    const { columns } = this;
    this.#writePosition(row, position, source);
    columns.source_format.set(row, known.format);
    this.#writeTime(row, known.eventTime, position.appendTime);
    writeKnownRequest(columns, row, known);
    writeKnownVisitor(columns, row, known);
    const { details } = known;
    if (details === null) return;
    columns.event_time_kind.set(row, TIME_KINDS[details.timeKind]);
    writeKnownDetails(columns, row, details);
  }

  #writePosition(row: number, position: LogPosition, source: string): void {
    const { columns } = this;
    columns.kafka_topic.set(row, position.topic);
    columns.kafka_partition.set(row, position.partition);
    columns.kafka_offset.set(row, position.offset);
    columns.kafka_index.set(row, position.index);
    columns.kafka_append_time.set(row, representableTime(position.appendTime));
    columns.source_name.set(row, source);
  }

  #writeTime(row: number, eventTime: number, appendTime: number): void {
    const { columns, maxEventAgeMs } = this;
    const time = representableTime(eventTime);
    columns.event_time.set(row, time);
    const isSuspect =
      Math.trunc(eventTime) !== time ||
      eventTime > appendTime + MAX_AHEAD_MS ||
      eventTime < appendTime - maxEventAgeMs;
    if (isSuspect) columns.event_time_suspect.set(row, 1);
  }

  #writeRequest(row: number, event: AccessEvent): void {
    const { columns } = this;
    if (!columns.client_address.set(row, event.clientAddress)) {
      columns.client_host.set(row, event.clientAddress);
    }
    columns.network_peer_address.set(row, event.networkPeerAddress);
    columns.http_request_method.set(row, event.httpRequestMethod);
    columns.url_scheme.set(row, event.urlScheme);
    columns.server_address.set(row, event.serverAddress);
    if (event.serverPort !== null) columns.server_port.set(row, unsigned16(event.serverPort));
    columns.url_path.set(row, event.urlPath);
    columns.url_query.set(row, event.urlQuery);
    columns.request_line_original.set(row, event.requestLineOriginal);
    columns.network_protocol_version.set(row, event.networkProtocolVersion);
  }

  #writeResponse(row: number, event: AccessEvent): void {
    const { columns } = this;
    columns.http_response_status_code.set(row, unsigned16(event.httpResponseStatusCode));
    setSize(columns.http_response_body_size, row, event.httpResponseBodySize);
    setSize(columns.http_request_size, row, event.httpRequestSize);
    columns.user_agent_original.set(row, event.userAgentOriginal);
    columns.http_request_referer.set(row, event.httpRequestReferer);
    columns.http_request_x_forwarded_for.set(row, event.httpRequestXForwardedFor);
    const { durationMs } = event;
    if (durationMs !== null && Math.abs(durationMs) <= FLOAT32_MAX) {
      columns.duration_ms.set(row, durationMs);
    }
  }

  #writeIdentity(row: number, event: AccessEvent): void {
    const { columns } = this;
    columns.request_id.set(row, event.requestId);
    columns.session_key.set(row, event.sessionKey);
    columns.account_key.set(row, event.accountKey);
    columns.api_client.set(row, event.apiClient);
    columns.url_path_template.set(row, event.urlPathTemplate);
    columns.url_path_role.set(row, event.urlPathRole);
    columns.request_probe.set(row, event.requestProbe);
    columns.redactions.set(row, event.redactions);
  }

  /** What the source itself says of a network goes before what reference data say. */
  #writeEnrichment(row: number, enrichment: StoredEnrichment, { details }: AccessEvent): void {
    const { columns } = this;
    const { network, agent, crawler } = enrichment;
    columns.client_asn.set(row, details?.clientAsn ?? network.asn);
    const said = details?.clientCountry ?? '';
    columns.client_country.set(row, said === '' ? network.country : said);
    columns.user_agent_family.set(row, agent.family);
    columns.user_agent_class.set(row, agent.class);
    if (crawler === null) return;
    columns.crawler.set(row, agent.crawler?.name ?? '');
    columns.crawler_verification.set(row, crawler.impostor ? 'impostor' : crawler.verification);
  }
}

function unsigned16(value: number): number {
  return Number.isInteger(value) && value > 0 && value <= 65_535 ? value : 0;
}

/** An exact unsigned integer, or nothing. */
function setSize(column: NullableColumn, row: number, value: number | null): void {
  if (value !== null && Number.isSafeInteger(value) && value >= 0) column.set(row, value);
}
