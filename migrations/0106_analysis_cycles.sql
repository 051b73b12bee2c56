-- One row for each finished cycle: its place in event time, what it saw and what it cost.
CREATE TABLE IF NOT EXISTS analysis_cycles
(
    as_of DateTime64(3, 'UTC'),
    window_from DateTime64(3, 'UTC'),
    appended_until DateTime64(3, 'UTC') COMMENT 'newest Kafka append time the cycle saw',
    visitors UInt64 COMMENT 'visitor keys judged',
    condemned UInt64,
    changes UInt64 COMMENT 'verdict changes written to the outbox',
    campaigns UInt32,
    duration_ms UInt32,
    finished_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(finished_at)
ORDER BY as_of
