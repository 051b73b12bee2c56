-- How many addresses did what, hour by hour: rates per site, deed, network, prefix, fingerprint and conduct. Kept so that a cycle reads history without reading old events. An hour counted again (late events) goes in as a whole with a higher build; readers take the highest.
CREATE TABLE IF NOT EXISTS campaign_traffic {on_cluster}
(
    hour DateTime('UTC') CODEC(Delta, ZSTD(1)),
    site LowCardinality(String),
    kind LowCardinality(String) COMMENT 'what was done; empty: anything at all',
    dimension LowCardinality(String) COMMENT 'all, network, prefix, fingerprint or conduct',
    value String CODEC(ZSTD(1)),
    actors UInt64 COMMENT 'addresses that did it',
    bad UInt64 COMMENT 'those that ended badly, or acted bare',
    acts UInt64 COMMENT 'requests',
    bad_acts UInt64,
    build UInt64 COMMENT 'newest Kafka append time the count saw, milliseconds'
)
ENGINE = {replicated}ReplacingMergeTree(build)
PARTITION BY toYYYYMM(hour)
ORDER BY (site, kind, dimension, value, hour)
