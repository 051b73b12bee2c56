-- How far the outbox has been published, per topic. A hint: the topic's own last messages are the truth.
CREATE TABLE IF NOT EXISTS outbox_progress
(
    topic String,
    published_until UInt64,
    published_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(published_until)
ORDER BY topic
