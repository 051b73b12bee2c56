-- What places turned out to be for where their names say nothing, or where a rule says so: learned four times a day of event time, and kept,
-- so that a cycle can be counted again. A row without a place says that it was done.
CREATE TABLE IF NOT EXISTS path_roles {on_cluster}
(
    learned_at DateTime('UTC') COMMENT 'event time up to which use was looked at',
    site LowCardinality(String),
    place String COMMENT 'path template, or folder/* for the members of a folder',
    role LowCardinality(String),
    origin LowCardinality(String) COMMENT 'conduct or policy',
    probability Float64,
    reasons Array(String)
)
ENGINE = {replicated}ReplacingMergeTree
ORDER BY (learned_at, site, place)
