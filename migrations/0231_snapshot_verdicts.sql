-- What else a cycle knew when it began: the last verdict given by then, and the statuses that mark answers of the estate's own WAFs.
ALTER TABLE cycle_snapshots
    ADD COLUMN IF NOT EXISTS verdicts UInt64 DEFAULT 0 COMMENT 'sequence of the last verdict by then; 0 = none',
    ADD COLUMN IF NOT EXISTS own_statuses Array(UInt16) COMMENT 'statuses that mark answers of our own enforcement'
