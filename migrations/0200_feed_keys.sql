-- Who may read the verdict feeds: a hash of each key, never the key. The newest row of a name counts.
CREATE TABLE IF NOT EXISTS feed_keys
(
    name String,
    key_hash String COMMENT 'SHA-256 of the 256-bit random key, hex',
    actions Array(LowCardinality(String)) COMMENT 'the actions the enforcement point can do',
    sites Array(String) COMMENT 'hosts behind it; verdicts on all hosts are always for it',
    removed UInt8,
    changed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(changed_at)
ORDER BY name
