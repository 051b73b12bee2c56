-- By the clock of the machine, beside the event time of the cycle: a release is of what was held before it was ordered.
ALTER TABLE held_verdicts
    ADD COLUMN IF NOT EXISTS computed_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'when it was held, by the clock of the machine'
