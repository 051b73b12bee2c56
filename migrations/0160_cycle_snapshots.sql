-- How far the stored log reached when a cycle began: what recounting its numbers has to stop at.
CREATE TABLE IF NOT EXISTS cycle_snapshots
(
    snapshot String COMMENT 'name of the snapshot: a hash of its ends, the same ends have the same name',
    topic LowCardinality(String),
    partition UInt32,
    tail UInt64 COMMENT 'the first offset not seen',
    taken_at DateTime64(3, 'UTC') DEFAULT now64(3)
)
ENGINE = ReplacingMergeTree
ORDER BY (snapshot, topic, partition)
