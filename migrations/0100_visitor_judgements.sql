-- What was thought of each visitor that moved, cycle by cycle. Re-judging a cycle replaces its rows.
CREATE TABLE IF NOT EXISTS visitor_judgements
(
    as_of DateTime64(3, 'UTC'),
    key_type LowCardinality(String),
    key String,
    address String,
    user_agent String,
    site LowCardinality(String),
    nature LowCardinality(String),
    bot_probability Float64,
    verification LowCardinality(String),
    stance LowCardinality(String),
    class LowCardinality(String),
    score UInt8,
    confidence Float64,
    action LowCardinality(String),
    campaign String,
    people_sharing UInt32,
    requests UInt64,
    first_seen DateTime64(3, 'UTC'),
    last_seen DateTime64(3, 'UTC'),
    evidence String COMMENT 'JSON array of {code,text,weight,value,baseline}, weightiest first',
    window_from DateTime64(3, 'UTC'),
    features_query LowCardinality(String) COMMENT 'name and version of the query that counts the features',
    computed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(computed_at)
ORDER BY (key_type, key, as_of)
