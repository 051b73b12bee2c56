-- What came into the newest window since the cycle before: scratch of the analysis.
CREATE TABLE IF NOT EXISTS window_news
(
    client_address IPv6,
    host String,
    form String,
    shown Int64
)
ENGINE = MergeTree
ORDER BY client_address
