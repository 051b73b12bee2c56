-- What guarded the publication of each cycle: the figures it was held against, and what was held.
CREATE TABLE IF NOT EXISTS publication_log
(
    as_of DateTime64(3, 'UTC'),
    finished_at DateTime64(3, 'UTC') COMMENT 'by the clock of the machine',
    verified UInt64 COMMENT 'addresses whose crawler was verified',
    people UInt64 COMMENT 'people of the 24 hours before',
    people_hit Float64 COMMENT 'people whom the new verdicts are expected to lock out',
    in_force UInt64,
    admitted UInt64,
    held UInt64,
    findings Array(Tuple(reason String, text String))
)
ENGINE = ReplacingMergeTree(finished_at)
ORDER BY as_of
