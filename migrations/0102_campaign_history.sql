-- Every campaign, cycle by cycle while it acts.
CREATE TABLE IF NOT EXISTS campaign_history
(
    as_of DateTime64(3, 'UTC'),
    id String,
    threat LowCardinality(String),
    site LowCardinality(String),
    cell String,
    observed UInt64,
    expected Float64,
    membership Float64,
    traits String,
    first_seen DateTime64(3, 'UTC'),
    last_seen DateTime64(3, 'UTC'),
    computed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(computed_at)
ORDER BY (id, as_of)
