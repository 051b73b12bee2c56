-- Verdicts that wait for a person: what a cycle wanted to publish and did not. The newest row of a key counts.
CREATE TABLE IF NOT EXISTS held_verdicts
(
    held_at DateTime64(3, 'UTC') COMMENT 'as-of of the cycle',
    key_type LowCardinality(String),
    key String,
    message_key String,
    change LowCardinality(String),
    revision UInt64 COMMENT 'that the verdict would have',
    action LowCardinality(String),
    class LowCardinality(String),
    score UInt8,
    confidence Float64,
    people Float64 COMMENT 'people whom it is expected to lock out',
    reason LowCardinality(String),
    expires_at Nullable(DateTime64(3, 'UTC')),
    state String COMMENT 'the state the key would have, as JSON',
    judgement String COMMENT 'what it is based on, as JSON; empty for lifts by expiry'
)
ENGINE = ReplacingMergeTree(held_at)
ORDER BY (key_type, key)
