import { AddressColumn } from './address-column.js';
import { type Column } from './column.js';
import { DictionaryColumn } from './dictionary-column.js';
import { NullableColumn } from './nullable-column.js';
import { NumberColumn } from './number-column.js';
import { TextArrayColumn } from './text-array-column.js';
import { TextColumn } from './text-column.js';
import { TextMapColumn } from './text-map-column.js';
import { WideNumberColumn } from './wide-number-column.js';

const TIME = "DateTime64(3, 'UTC')";
const text = (): TextColumn => new TextColumn();
const dictionary = (): DictionaryColumn => new DictionaryColumn();
const time = (): WideNumberColumn => new WideNumberColumn(TIME);
const size = (): NullableColumn => new NullableColumn(new WideNumberColumn('UInt64'));
const float = (): NullableColumn => new NullableColumn(new NumberColumn('Float32'));

/** The columns of `access_events` for one block, by their names. */
export class EventColumns {
  readonly kafka_topic = dictionary();
  readonly kafka_partition = new NumberColumn('UInt32');
  readonly kafka_offset = new WideNumberColumn('UInt64');
  readonly kafka_index = new NumberColumn('UInt32');
  readonly kafka_append_time = time();
  readonly source_name = dictionary();
  readonly source_format = dictionary();
  readonly reject_reason = dictionary();
  readonly raw = text();
  readonly event_time = time();
  readonly event_time_kind = new NumberColumn('UInt8');
  readonly event_time_suspect = new NumberColumn('UInt8');
  readonly client_address = new AddressColumn();
  readonly client_host = dictionary();
  readonly client_port = new NumberColumn('UInt16');
  readonly network_peer_address = new AddressColumn();
  readonly http_request_method = dictionary();
  readonly url_scheme = dictionary();
  readonly server_address = dictionary();
  readonly server_port = new NumberColumn('UInt16');
  readonly url_path = text();
  readonly url_query = text();
  readonly request_line_original = text();
  readonly network_protocol_version = dictionary();
  readonly http_response_status_code = new NumberColumn('UInt16');
  readonly http_response_body_size = size();
  readonly http_response_size = size();
  readonly http_request_size = size();
  readonly user_agent_original = text();
  readonly http_request_referer = text();
  readonly http_request_x_forwarded_for = text();
  readonly http_request_headers = new TextMapColumn();
  readonly http_request_header_names = new TextArrayColumn();
  readonly duration_ms = float();
  readonly request_id = text();
  readonly trace_id = text();
  readonly session_key = text();
  readonly account_key = text();
  readonly consent_key = text();
  readonly api_client = dictionary();
  readonly fapi_interaction_id = text();
  readonly fapi_customer_address = new AddressColumn();
  readonly url_path_template = text();
  readonly url_path_role = dictionary();
  readonly request_probe = dictionary();
  readonly redactions = new TextArrayColumn();
  readonly tls_protocol_version = dictionary();
  readonly tls_cipher = dictionary();
  readonly tls_client_ja3 = dictionary();
  readonly tls_client_ja4 = dictionary();
  readonly upstream_bot_score = float();
  readonly upstream_bot_source = dictionary();
  readonly upstream_bot_tags = new TextArrayColumn();
  readonly cache_status = dictionary();
  readonly edge_location = dictionary();
  readonly duplicate_mark = dictionary();
  readonly sample_rate = new NumberColumn('Float32', 1);
  readonly client_asn = new NumberColumn('UInt32');
  readonly client_country = dictionary();
  readonly user_agent_family = dictionary();
  readonly user_agent_class = dictionary();
  readonly crawler = dictionary();
  readonly crawler_verification = dictionary();

  /** The columns that hold anything. */
  used(): [name: string, column: Column][] {
    return (Object.entries(this) as [string, Column][]).filter(([, column]) => !column.isDefault);
  }
}
