-- In which minutes of the newest window verdicts on which keys were enforced, one hash each: emptied and filled by each cycle.
CREATE TABLE IF NOT EXISTS enforced_moments
(
    moment UInt64 COMMENT 'hash of a key, as the columns of an event tell it, and of a stretch of time'
)
ENGINE = Set
