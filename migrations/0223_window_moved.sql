-- Addresses that are counted again in the newest cycle: scratch of the analysis.
CREATE TABLE IF NOT EXISTS window_moved
(
    client_address IPv6
)
ENGINE = MergeTree
ORDER BY client_address
