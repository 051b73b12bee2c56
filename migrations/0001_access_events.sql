CREATE TABLE IF NOT EXISTS access_events {on_cluster}
(
    kafka_topic LowCardinality(String) CODEC(ZSTD(1)),
    kafka_partition UInt32 CODEC(ZSTD(1)),
    kafka_offset UInt64 CODEC(Delta, ZSTD(1)),
    kafka_index UInt32 CODEC(ZSTD(1)),
    kafka_append_time DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    source_name LowCardinality(String),
    source_format LowCardinality(String),
    reject_reason LowCardinality(String),
    raw String CODEC(ZSTD(1)),
    event_time DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    event_time_kind Enum8('unknown' = 0, 'start' = 1, 'end' = 2),
    event_time_suspect UInt8,
    client_address IPv6 CODEC(ZSTD(1)),
    client_host LowCardinality(String),
    network_peer_address IPv6 CODEC(ZSTD(1)),
    http_request_method LowCardinality(String),
    url_scheme LowCardinality(String),
    server_address LowCardinality(String),
    server_port UInt16,
    url_path String CODEC(ZSTD(1)),
    url_query String CODEC(ZSTD(1)),
    request_line_original String CODEC(ZSTD(1)),
    network_protocol_version LowCardinality(String),
    http_response_status_code UInt16,
    http_response_body_size Nullable(UInt64),
    http_request_size Nullable(UInt64),
    user_agent_original String CODEC(ZSTD(1)),
    http_request_referer String CODEC(ZSTD(1)),
    http_request_x_forwarded_for String CODEC(ZSTD(1)),
    duration_ms Nullable(Float32),
    request_id String CODEC(ZSTD(1)),
    session_key String CODEC(ZSTD(1)),
    account_key String CODEC(ZSTD(1)),
    api_client LowCardinality(String),
    url_path_template String CODEC(ZSTD(1)),
    url_path_role LowCardinality(String),
    request_probe LowCardinality(String),
    redactions Array(LowCardinality(String)),
    PROJECTION log_tail
    (
        SELECT kafka_topic, kafka_partition, max(kafka_offset)
        GROUP BY kafka_topic, kafka_partition
    )
)
ENGINE = {replicated}MergeTree
PARTITION BY toYYYYMMDD(kafka_append_time)
ORDER BY (server_address, toStartOfHour(event_time), client_address, event_time)
SETTINGS non_replicated_deduplication_window = 10000
