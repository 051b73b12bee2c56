-- Addresses whose campaign was found or grew in the cycle that runs: scratch, read with the visitors that moved.
CREATE TABLE IF NOT EXISTS campaign_growth {on_cluster}
(
    address String
)
ENGINE = {replicated}MergeTree
ORDER BY address
