import { AddressColumn } from './address-column.js';
import { type Column } from './column.js';
import { FloatColumn } from './float-column.js';
import { NullableColumn } from './nullable-column.js';
import { NumberColumn } from './number-column.js';
import { RepeatedTexts } from './repeated-texts.js';
import { TextArrayColumn } from './text-array-column.js';
import { TextColumn } from './text-column.js';
import { TextMapColumn } from './text-map-column.js';
import { WideNumberColumn } from './wide-number-column.js';

const TIME = "DateTime64(3, 'UTC')";
const text = (): TextColumn => new TextColumn();
const time = (): WideNumberColumn => new WideNumberColumn(TIME);
const size = (): NullableColumn => new NullableColumn(new WideNumberColumn('UInt64'));
const float = (): NullableColumn => new NullableColumn(new FloatColumn());

/** The columns of `access_events` for one block, by their names. */
export class EventColumns extends RepeatedTexts {
  readonly kafka_topic = this.name();
  readonly kafka_partition = new NumberColumn('UInt32');
  readonly kafka_offset = new WideNumberColumn('UInt64');
  readonly kafka_index = new NumberColumn('UInt32');
  readonly kafka_append_time = time();
  readonly source_name = this.name();
  readonly source_format = this.name();
  readonly reject_reason = this.name();
  readonly raw = text();
  readonly event_time = time();
  readonly event_time_kind = new NumberColumn('UInt8');
  readonly event_time_suspect = new NumberColumn('UInt8');
  readonly client_address = new AddressColumn();
  readonly client_host = this.name();
  readonly client_port = new NumberColumn('UInt16');
  readonly network_peer_address = new AddressColumn();
  readonly http_request_method = this.name();
  readonly url_scheme = this.name();
  readonly server_address = this.name();
  readonly server_port = new NumberColumn('UInt16');
  readonly url_path = this.repeated('paths');
  readonly url_query = this.repeated('queries');
  readonly request_line_original = text();
  readonly network_protocol_version = this.name();
  readonly http_response_status_code = new NumberColumn('UInt16');
  readonly http_response_body_size = size();
  readonly http_response_size = size();
  readonly http_request_size = size();
  readonly user_agent_original = this.repeated('agents');
  readonly http_request_referer = this.repeated('referers');
  readonly http_request_x_forwarded_for = text();
  readonly http_request_headers = new TextMapColumn();
  readonly http_request_header_names = new TextArrayColumn();
  readonly duration_ms = float();
  readonly request_id = text();
  readonly trace_id = text();
  readonly session_key = text();
  readonly account_key = text();
  readonly consent_key = text();
  readonly api_client = this.name();
  readonly fapi_interaction_id = text();
  readonly fapi_customer_address = new AddressColumn();
  readonly url_path_template = this.repeated('templates');
  readonly url_path_role = this.name();
  readonly request_probe = this.name();
  readonly redactions = new TextArrayColumn();
  readonly tls_protocol_version = this.name();
  readonly tls_cipher = this.name();
  readonly tls_client_ja3 = this.name();
  readonly tls_client_ja4 = this.name();
  readonly upstream_bot_score = float();
  readonly upstream_bot_source = this.name();
  readonly upstream_bot_tags = new TextArrayColumn();
  readonly cache_status = this.name();
  readonly edge_location = this.name();
  readonly duplicate_mark = this.name();
  readonly sample_rate = new FloatColumn(1);
  readonly client_asn = new NumberColumn('UInt32');
  readonly client_country = this.name();
  readonly user_agent_family = this.name();
  readonly user_agent_class = this.name();
  readonly crawler = this.name();
  readonly crawler_verification = this.name();

  /** The columns that hold anything. */
  used(): [name: string, column: Column][] {
    return (Object.entries(this) as [string, Column][]).filter(([, column]) => !column.isDefault);
  }

  /** Empties them all, of so many rows. */
  clear(rows: number): void {
    for (const column of Object.values(this) as Column[]) column.clear(rows);
  }
}
