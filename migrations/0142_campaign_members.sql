-- Who belongs to which campaign, and how likely, hour by hour while it acts.
CREATE TABLE IF NOT EXISTS campaign_members {on_cluster}
(
    as_of DateTime64(3, 'UTC') COMMENT 'end of the 24 hours looked at',
    campaign String,
    address String,
    probability Float64,
    shares String COMMENT 'what it shares with the others',
    first_seen DateTime64(3, 'UTC'),
    last_seen DateTime64(3, 'UTC'),
    computed_at DateTime64(3, 'UTC')
)
ENGINE = {replicated}ReplacingMergeTree(computed_at)
ORDER BY (campaign, as_of, address)
