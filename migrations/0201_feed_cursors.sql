-- Up to which verdict each reader of the feed has heard everything; written after the answer was sent.
CREATE TABLE IF NOT EXISTS feed_cursors
(
    name String COMMENT 'of the key',
    client String COMMENT 'the address it was used from: bouncers that share a key lose nothing to each other',
    sequence UInt64,
    pulled_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(pulled_at)
ORDER BY (name, client)
TTL toDateTime(pulled_at) + INTERVAL 30 DAY
