-- How each feature is distributed over the visitors of each site, cycle by cycle.
CREATE TABLE IF NOT EXISTS estate_baselines
(
    as_of DateTime64(3, 'UTC'),
    hour_of_week UInt8 COMMENT '0 is Monday 00:00 UTC',
    site LowCardinality(String),
    feature LowCardinality(String),
    visitors UInt64,
    quantiles Array(Float64) COMMENT 'at 0, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1',
    computed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(computed_at)
ORDER BY (site, feature, as_of)
