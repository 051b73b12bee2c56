-- From when until when verdicts on each key were enforced in the newest window: scratch, emptied by each cycle.
CREATE TABLE IF NOT EXISTS enforcement_spans
(
    key UInt64 COMMENT 'hash of the key as the columns of an event tell it',
    spans Array(Tuple(Int64, Int64, UInt8)) COMMENT 'since and until, milliseconds since the epoch; whether it was a challenge'
)
ENGINE = MergeTree
ORDER BY key
