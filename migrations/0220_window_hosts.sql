-- The hosts of the newest window, each with a number that sorts as its name: scratch of the analysis.
CREATE TABLE IF NOT EXISTS window_hosts
(
    place UInt64,
    host String
)
ENGINE = MergeTree
ORDER BY place
