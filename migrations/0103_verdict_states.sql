-- Where each visitor key stands in the life of a verdict; the newest row up to a finished cycle counts.
CREATE TABLE IF NOT EXISTS verdict_states
(
    as_of DateTime64(3, 'UTC'),
    key_type LowCardinality(String),
    key String,
    phase LowCardinality(String),
    action LowCardinality(String),
    stance LowCardinality(String),
    class LowCardinality(String),
    score UInt8,
    revision UInt64,
    offences UInt32,
    since DateTime64(3, 'UTC'),
    expires_at Nullable(DateTime64(3, 'UTC'))
)
ENGINE = ReplacingMergeTree
ORDER BY (key_type, key, as_of)
