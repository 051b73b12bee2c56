-- Where login forms were shown in the newest window, and when last (milliseconds): scratch of the analysis.
CREATE TABLE IF NOT EXISTS window_forms
(
    host String,
    path String,
    shown Int64,
    round UInt32
)
ENGINE = MergeTree
ORDER BY (host, path)
