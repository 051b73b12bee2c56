-- Every published change of every verdict, append-only: the history for analysts and the outbox for Kafka.
CREATE TABLE IF NOT EXISTS verdicts
(
    sequence UInt64 COMMENT 'order of publication, no gaps',
    verdict_id String,
    as_of DateTime64(3, 'UTC'),
    change LowCardinality(String),
    key_type LowCardinality(String),
    key String,
    revision UInt64,
    action LowCardinality(String),
    nature LowCardinality(String),
    verification LowCardinality(String),
    stance LowCardinality(String),
    class LowCardinality(String),
    score UInt8,
    confidence Float64,
    campaign String,
    issued_at DateTime64(3, 'UTC'),
    expires_at Nullable(DateTime64(3, 'UTC')),
    message_key String,
    message String COMMENT 'the JSON value as published; a lifted verdict is a tombstone on the compacted topic'
)
ENGINE = MergeTree
ORDER BY sequence
SETTINGS non_replicated_deduplication_window = 1000
