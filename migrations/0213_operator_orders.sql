-- What persons told the analysis to do about its verdicts, in order; it looks every second. Append-only: the audit trail of operators.
CREATE TABLE IF NOT EXISTS operator_orders
(
    id String COMMENT 'the same order given twice has the same id',
    given_at DateTime64(3, 'UTC'),
    kind LowCardinality(String) COMMENT 'stop, lift_all, resume, release or appeal',
    key_type LowCardinality(String),
    key String COMMENT 'empty: of all',
    by String,
    reason String,
    confirmed Bool COMMENT 'of an appeal: it was a mistake',
    codes Array(String) COMMENT 'of an appeal: the reasons of the verdict that was wrong',
    verdict_id String COMMENT 'of an appeal: that verdict'
)
ENGINE = ReplacingMergeTree(given_at)
ORDER BY id
