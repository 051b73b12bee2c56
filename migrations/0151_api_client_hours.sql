-- What each API client did in each hour of event time: its own history. The newest cycle that counted an hour is right.
CREATE TABLE IF NOT EXISTS api_client_hours
(
    client String,
    hour DateTime('UTC'),
    as_of DateTime64(3, 'UTC'),
    requests UInt64,
    errors UInt64,
    account_calls UInt64,
    refusals UInt64,
    token_requests UInt64,
    token_failures UInt64
)
ENGINE = ReplacingMergeTree(as_of)
ORDER BY (client, hour)
