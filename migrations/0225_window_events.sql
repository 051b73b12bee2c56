-- Events of whom the newest cycle counts again: scratch of the analysis.
CREATE TABLE IF NOT EXISTS window_events
(
    client_address IPv6,
    client_host LowCardinality(String),
    client_asn UInt32,
    event_time DateTime64(3, 'UTC'),
    kafka_append_time DateTime64(3, 'UTC'),
    event_time_suspect UInt8,
    server_address LowCardinality(String),
    url_path String,
    url_query String,
    url_path_template String,
    url_path_role LowCardinality(String),
    request_probe LowCardinality(String),
    http_request_method LowCardinality(String),
    http_response_status_code UInt16,
    http_request_referer String,
    http_response_body_size Nullable(UInt64),
    duration_ms Nullable(Float32),
    network_protocol_version LowCardinality(String),
    user_agent_original String,
    session_key String,
    account_key String,
    api_client LowCardinality(String)
)
ENGINE = MergeTree
ORDER BY client_address
