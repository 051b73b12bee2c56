-- What was thought of each API client, cycle by cycle. Re-judging a cycle replaces its rows.
CREATE TABLE IF NOT EXISTS api_client_reports
(
    as_of DateTime64(3, 'UTC'),
    window_from DateTime64(3, 'UTC'),
    client String,
    requests UInt64,
    usual_requests Nullable(Float64) COMMENT 'median of the same hours of earlier weeks, or days',
    attended_share Float64,
    cost_share Nullable(Float64) COMMENT 'share of the time the estate spent answering API clients; null where the log has no durations',
    sub_visitors UInt64,
    suspicious_sub_visitors UInt64,
    suspicious_requests UInt64,
    unattended_consents Nullable(UInt64) COMMENT 'consents in breach of the limit of unattended accesses; null where the log does not show who is attended',
    unattended_breaches Nullable(UInt64) COMMENT 'accesses above the limit in the 24 hours before each',
    unattended_breaches_clear Nullable(UInt64) COMMENT 'those of them that a schedule that drifts does not explain',
    deviations Array(String) COMMENT 'names of the ratios that leave the client''s peers or its own history',
    stance LowCardinality(String),
    report String COMMENT 'JSON: ratios, peers, history, sub-visitors, unattended accesses, quality of the customer address, reasons',
    computed_at DateTime64(3, 'UTC')
)
ENGINE = ReplacingMergeTree(computed_at)
ORDER BY (client, as_of)
